import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { systemClock } from '../clock.ts';
import type { ProviderAnswer } from '../provider.ts';
import { aRequest } from '../testing/requests.ts';
import { messagesDialect } from './anthropic/index.ts';
import type { Dialect } from './dialect.ts';
import { chatDialect } from './openai/chat/index.ts';
import { responsesDialect } from './openai/responses/index.ts';
import { streamAnswer } from './stream-answer.ts';
import { chat, events } from './testing/stub-server.ts';

const limits = { connectMs: 30_000, firstTokenMs: 30_000, idleMs: 30_000, endGraceMs: 30_000 };

function ask(dialect: Dialect<object>, body: ReadableStream<Uint8Array>): Promise<ProviderAnswer> {
  return streamAnswer({
    title: 'The model',
    dialect,
    request: aRequest(),
    model: 'm',
    call: { model: 'm', limits, signal: new AbortController().signal },
    clock: systemClock,
    send: async () => new Response(body, { headers: { 'content-type': 'text/event-stream' } }),
  });
}

function inParts(bytes: Uint8Array, cuts: readonly number[]): ReadableStream<Uint8Array> {
  const places = [0, ...cuts.map((cut) => cut % (bytes.length + 1)).sort((a, b) => a - b), bytes.length];
  return ReadableStream.from(places.slice(1).map((end, i) => bytes.subarray(places[i], end)));
}

/** Each way to say the same: the events up to the model's last word, and those from there on. */
const dialects: Record<string, { dialect: Dialect<object>; saying(texts: string[]): object[]; ending: object[] }> = {
  chat: {
    dialect: chatDialect('compatible'),
    saying: (texts) => [chat.role, ...texts.map(chat.text)],
    ending: [chat.stop, chat.usage(1_000)],
  },
  responses: {
    dialect: responsesDialect,
    saying: (texts) => [
      { type: 'response.created', response: { model: 'm' }, sequence_number: 0 },
      ...texts.map((delta, i) => ({ type: 'response.output_text.delta', delta, sequence_number: i + 1 })),
    ],
    ending: [{ type: 'response.completed', response: { usage: { output_tokens: 1_000 } }, sequence_number: 1_000 }],
  },
  anthropic: {
    dialect: messagesDialect,
    saying: (texts) => [
      { type: 'message_start', message: { model: 'm', usage: { input_tokens: 9, output_tokens: 1 } } },
      ...texts.map((text) => ({ type: 'content_block_delta', delta: { type: 'text_delta', text } })),
    ],
    ending: [{ type: 'message_delta', delta: { stop_reason: 'end_turn' }, usage: { output_tokens: 1_000 } }],
  },
};

const someTexts = fc.array(fc.string({ unit: 'grapheme', minLength: 1 }), { minLength: 1, maxLength: 8 });
const someCuts = fc.array(fc.nat(), { maxLength: 20 });

describe.each(Object.entries(dialects))('%s', (_, { dialect, saying, ending }) => {
  it('reads the same whatever the parts in which it comes', async () => {
    await fc.assert(
      fc.asyncProperty(someTexts, someCuts, async (texts, cuts) => {
        const bytes = Buffer.from(events(...saying(texts), ...ending));
        const text = texts.join('').trim();
        fc.pre(text !== '' && !/^\s*<think>/i.test(text));
        expect(await ask(dialect, inParts(bytes, cuts))).toMatchObject({ kind: 'text', text, estimated: false });
      }),
    );
  });

  it('never takes a part for the whole', async () => {
    await fc.assert(
      fc.asyncProperty(someTexts, someCuts, fc.nat(), async (texts, cuts, end) => {
        const upToTheEnd = Buffer.from(events(...saying(texts), ...ending.slice(0, 1)));
        // The blank line after the event is its end.
        const bytes = upToTheEnd.subarray(0, end % (upToTheEnd.length - 1));
        expect(await ask(dialect, inParts(bytes, cuts))).toMatchObject({ kind: 'failed' });
      }),
    );
  });

  it('makes no answer of noise, and does not break', async () => {
    const noise = fc.oneof(
      fc.uint8Array(),
      fc
        .array(fc.jsonValue(), { maxLength: 5 })
        .map((values) => Buffer.from(events(...values.map((value) => JSON.stringify(value))))),
    );
    await fc.assert(
      fc.asyncProperty(noise, someCuts, async (bytes, cuts) => {
        expect(['failed', 'refused']).toContain((await ask(dialect, inParts(bytes, cuts))).kind);
      }),
    );
  });
});

describe('a stream without end', () => {
  /** Counts what is taken of it. */
  function endless(first: string, again: string) {
    const taken = { bytes: 0 };
    const { promise: left, resolve: cancel } = Promise.withResolvers<void>();
    const body = new ReadableStream<Uint8Array>({
      start: (controller) => controller.enqueue(Buffer.from(first)),
      pull(controller) {
        const part = Buffer.from(again.repeat(100));
        taken.bytes += part.byteLength;
        if (taken.bytes < 100_000_000) controller.enqueue(part);
        else controller.close();
      },
      cancel,
    });
    return { body, taken, left };
  }

  it('is ended when it says the same for ever, which a count of words would not see', async () => {
    const delta = { type: 'response.output_text.delta', delta: 'Hello', sequence_number: 1 };
    const { body, taken } = endless('', events(delta));
    expect(await ask(responsesDialect, body)).toMatchObject({ kind: 'failed', error: { code: 'llm.endless' } });
    expect(taken.bytes).toBeLessThan(10_000_000);
  });

  it('is ended when it has only comments', async () => {
    const { body, taken } = endless('', `: ${'x'.repeat(1_000)}\n\n`);
    expect(await ask(chatDialect('compatible'), body)).toMatchObject({ error: { code: 'llm.endless' } });
    expect(taken.bytes).toBeLessThan(10_000_000);
  });

  it('is a whole answer when it comes after one, and is not read on', async () => {
    const { body, taken, left } = endless(events(chat.text('Hello'), chat.stop, chat.usage(2)), ': x\n\n'.repeat(100));
    expect(await ask(chatDialect('compatible'), body)).toMatchObject({ kind: 'text', text: 'Hello' });
    await left;
    expect(taken.bytes).toBeLessThan(1_000_000);
  });
});
