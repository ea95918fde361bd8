import { REASON } from '../fault-server/dialect.ts';
import type { Exchange } from '../fault-server/exchange.ts';
import { begin, close, finish, problem, say, whole } from '../fault-server/plays.ts';
import { answered, askedAtMost, first, neverAsked } from '../judge.ts';
import type { Seen } from '../world.ts';
import type { Case, Complaint, Fault } from './fault.ts';

export const contextTooLong: Fault = {
  id: 'too-long',
  title: 'context length exceeded',
  group: 'benchmark',
  cases: [
    {
      name: 'on the smaller model',
      primary: problem('too-long'),
      judge: (seen) => first(askedAtMost(seen.primary, 1), answered(seen, { by: 'fallback', withinMs: 5_000 })),
    },
  ],
};

const FILTER_WORDS = /content.?(?:filter|management)|declin|refus|safety|policy/i;

/** Refused by the first model, and told why: another model is not asked until one gives in. */
function refusedFor(reason: RegExp): (seen: Seen) => Complaint {
  return (seen) => {
    const [reply] = seen.replies;
    const kind = reply?.result.kind;
    const detail = reply && reply.result.kind !== 'answered' ? reply.result.detail : '';
    return first(
      askedAtMost(seen.primary, 1),
      neverAsked(seen.fallback),
      kind === 'refused' ? undefined : `the outcome was "${kind}", not "refused"`,
      reason.test(detail) ? undefined : `the reason was lost: "${detail}"`,
    );
  };
}

export const contentFilter: Fault = {
  id: 'content-filter',
  title: 'content filter',
  group: 'benchmark',
  cases: [
    {
      name: 'before a word',
      primary: async (exchange) => {
        await begin(exchange);
        await close({ ...exchange, answer: { ...exchange.answer, pieces: [] } }, 'filtered');
        await finish(exchange);
      },
      judge: refusedFor(FILTER_WORDS),
    },
    {
      name: 'after half',
      primary: async (exchange) => {
        await begin(exchange);
        await say(exchange, 0, 30);
        await close(exchange, 'filtered');
        await finish(exchange);
      },
      judge: refusedFor(FILTER_WORDS),
    },
    {
      name: 'by the model, in its words',
      primary: async (exchange) => {
        await begin(exchange);
        await close(exchange, 'declined');
        await finish(exchange);
      },
      judge: refusedFor(new RegExp(REASON)),
    },
    {
      name: 'with a 400',
      only: ['openai', 'responses'],
      primary: problem('filtered'),
      judge: refusedFor(FILTER_WORDS),
    },
  ],
};

/** Newer models reject a conversation whose last word is the assistant's. */
async function rejectsPrefill(exchange: Exchange): Promise<void> {
  const last = exchange.dialect.turns(exchange.arrival.body).at(-1);
  const prefilled = typeof last === 'object' && last !== null && 'role' in last && last.role === 'assistant';
  await (prefilled ? problem('prefill') : whole)(exchange);
}

const LAST_WORD = 'Dear Anna, thank you for your patience. Your parcel';

const unfinished: NonNullable<Case['scenario']> = (world) =>
  world.ask({
    messages: [
      { role: 'user', text: 'Where is my parcel?' },
      { role: 'assistant', text: LAST_WORD },
    ],
  });

function kept({ fallback }: Seen): Complaint {
  return JSON.stringify(fallback[0]?.body).includes(LAST_WORD) ? undefined : "the assistant's last word was left out";
}

export const rejectedPrefill: Fault = {
  id: 'prefill',
  title: 'fallback rejects prefill',
  group: 'benchmark',
  cases: [
    {
      name: 'the last word is ours',
      primary: problem('overloaded'),
      fallback: rejectsPrefill,
      scenario: unfinished,
      judge: (seen) => first(answered(seen, { by: 'fallback', withinMs: 10_000 }), kept(seen)),
    },
    {
      name: 'after a cut',
      primary: async (exchange) => {
        await begin(exchange);
        await say(exchange, 0, 40);
        await exchange.wait(50);
        exchange.reset();
      },
      fallback: rejectsPrefill,
      judge: (seen) => answered(seen, { by: 'fallback', withinMs: 10_000 }),
    },
  ],
};
