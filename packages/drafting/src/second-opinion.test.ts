import type { Passage } from '@draftsmith/contracts';
import { checkDraft } from '@draftsmith/grounding';
import type { Attempt, Completer, CompletionRequest, CompletionResult } from '@draftsmith/llm';
import { expect, test } from 'vitest';
import { askOpinions, withOpinions } from './second-opinion.ts';

const TEXT =
  'Our monkeys like bananas. Green parrots sing loudly. You can return any item within 90 days. You get a voucher.';
const passages: Passage[] = [
  {
    sourceId: 'a',
    sourceTitle: 'Returns',
    sourceKind: 'article',
    text: 'You can return any item within 30 days. Ask Priya.',
    visibility: 'public',
    confidence: 1,
  },
];
const judged = checkDraft({ text: TEXT, language: 'en' }, [{ id: 'a', text: passages[0]?.text ?? '' }]);
const guard = { inspect: () => [], replaced: () => ({}) };
const request: CompletionRequest = {
  purpose: 'reply',
  account: 'acme',
  connector: 'desk',
  instructions: 'Write.',
  messages: [],
  maxOutputTokens: 1,
  compose: () => ({ text: 'composed' }),
  guard,
};
const attempt = (usd: string): Attempt => ({
  provider: 'p',
  model: 'm',
  outcome: 'answered',
  ms: 1,
  at: new Date(0),
  cost: { usd },
});

function answering(data: unknown): CompletionResult {
  const attempts = [attempt('0.0001'), attempt('0.0002')];
  const common = {
    provider: 'p',
    model: 'm',
    modelWritten: true,
    cache: 'miss',
    skipped: [],
    traceId: '',
    ms: 1,
  } as const;
  const usage = { inputTokens: 1, outputTokens: 1 };
  return {
    kind: 'answered',
    completion: { id: 'x', text: '', data, usage, cost: { usd: '0.0002' }, attempts, ...common },
  };
}

async function ask(result: CompletionResult) {
  const requests: CompletionRequest[] = [];
  const completer: Completer = {
    async complete(asked) {
      requests.push(asked);
      return result;
    },
  };
  const redact = (text: string) => text.replaceAll(/Priya|Green/g, '[PERSON_1]');
  const opinions = await askOpinions(judged, { completer, redact, passages, request, options: { reference: 'd' } });
  return { requests, opinions, merged: withOpinions(judged, opinions) };
}

test('one request asks about all that only words can settle, redacted and guarded as the prompt was', async () => {
  const { requests } = await ask(answering({ verdicts: [] }));
  expect(requests).toHaveLength(1);
  expect(requests[0]).toMatchObject({ purpose: 'second-opinion', account: 'acme', connector: 'desk', guard });
  expect(requests[0]).not.toHaveProperty('compose');
  const sent = JSON.parse(requests[0]?.messages[0]?.text ?? '');
  expect(sent).toEqual({
    sources: [{ title: 'Returns', text: 'You can return any item within 30 days. Ask [PERSON_1].' }],
    statements: [
      { statement: 1, text: 'Our monkeys like bananas.' },
      { statement: 2, text: '[PERSON_1] parrots sing loudly.' },
    ],
  });
  expect(JSON.stringify(requests)).not.toMatch(/Priya|Green/);
});

test('an opinion counts for its statement, with all it cost, and never for a figure or a promise', async () => {
  const all = [1, 2, 3, 4].map((statement) => ({ statement, supported: statement !== 2 }));
  const { opinions, merged } = await ask(answering({ verdicts: all }));
  expect(opinions.costUsd).toBe('0.0003');
  const shown = merged.sentences.map(({ verdict, secondOpinion }) => [verdict, secondOpinion]);
  expect(shown.slice(-4)).toEqual([
    ['supported', 'supported'],
    ['unsupported', 'unsupported'],
    ['contradicted', undefined],
    ['unsupported', undefined],
  ]);
});

test('of two verdicts on one statement the doubt wins; a number that names none is ignored', async () => {
  const verdicts = [
    { statement: 1, supported: false },
    { statement: 1, supported: true },
    { statement: 0, supported: true },
    { statement: 99, supported: true },
  ];
  const { opinions } = await ask(answering({ verdicts }));
  expect([...opinions.verdicts.values()]).toEqual(['unsupported']);
});

test.each(['exhausted', 'stopped', 'refused'] as const)(
  '%s: the verdicts stay as they are, what was paid is kept',
  async (kind) => {
    const { merged, opinions } = await ask({
      kind,
      attempts: [attempt('0.5')],
      skipped: [],
      detail: 'x',
      retryable: true,
    });
    expect(merged).toBe(judged);
    expect(opinions.costUsd).toBe('0.5');
  },
);

test('where nothing is in doubt nobody is asked', async () => {
  const fine = checkDraft({ text: 'You can return any item within 30 days.', language: 'en' }, [
    { id: 'a', text: passages[0]?.text ?? '' },
  ]);
  const completer: Completer = { complete: () => Promise.reject(new Error('nobody asks')) };
  const opinions = await askOpinions(fine, { completer, redact: (text) => text, passages, request, options: {} });
  expect(opinions).toEqual({ verdicts: new Map() });
});
