import type { Exchange } from '../fault-server/exchange.ts';
import { begin, close, endStream, finish, openStream, respond, say, send } from '../fault-server/plays.ts';
import { answered, askedAtMost, first } from '../judge.ts';
import type { Seen } from '../world.ts';
import { sameUsage } from './broken-streams.ts';
import type { Case, Complaint, Fault } from './fault.ts';

const elsewhere = (seen: Seen): Complaint => answered(seen, { by: 'fallback', withinMs: 10_000 });

const PAGE = '<!doctype html><html><head><title>502</title></head><body><h1>Bad gateway</h1></body></html>';

export const htmlPage: Fault = {
  id: 'html',
  title: 'HTML with 200',
  group: 'own',
  cases: [
    { name: 'as HTML', primary: respond(200, { 'content-type': 'text/html' }, PAGE), judge: elsewhere },
    { name: 'as a stream', primary: respond(200, { 'content-type': 'text/event-stream' }, PAGE), judge: elsewhere },
  ],
};

export const errorBody: Fault = {
  id: 'error-body',
  title: 'error body with 200',
  group: 'own',
  cases: [
    { name: 'as JSON', primary: errorAs('application/json'), judge: elsewhere },
    { name: 'as a stream', primary: errorAs('text/event-stream'), judge: elsewhere },
    {
      name: 'as an event',
      primary: async (exchange) => {
        await openStream(exchange);
        await send(exchange, exchange.dialect.problemEvent('overloaded'));
        await endStream(exchange);
      },
      judge: elsewhere,
    },
    {
      name: 'as an event after half',
      primary: async (exchange) => {
        await begin(exchange);
        await say(exchange, 0, 30);
        await send(exchange, exchange.dialect.problemEvent('server'));
        await finish(exchange);
      },
      judge: elsewhere,
    },
  ],
};

function errorAs(type: string): Case['primary'] {
  return (exchange) => {
    const { body } = exchange.dialect.problem('server');
    return respond(200, { 'content-type': type }, body)(exchange);
  };
}

const ECHO = 'some-router-v7';

export const wrongModel: Fault = {
  id: 'wrong-model',
  title: 'wrong model echoed',
  group: 'own',
  cases: [
    {
      name: 'throughout',
      primary: async (exchange) => {
        const echoed = { ...exchange, answer: { ...exchange.answer, model: ECHO } };
        await begin(echoed);
        await say(echoed);
        await close(echoed);
        await finish(echoed);
      },
      judge: (seen) =>
        first(
          answered(seen, { by: 'primary', withinMs: 2_000 }),
          askedAtMost(seen.primary, 1),
          sameUsage(seen, 'primary'),
          namedAndPriced(seen),
        ),
    },
  ],
};

/** It is told who says to have answered, and the price is that of the model that was asked. */
function namedAndPriced({ replies: [reply] }: Seen): Complaint {
  if (reply?.result.kind !== 'answered') return undefined;
  const { model, cost } = reply.result.completion;
  if (model !== ECHO) return `the model is reported as ${model}, not as it named itself`;
  return Number(cost.usd) > 0 ? undefined : 'no price was found';
}

/** Whoever answers, the text comes out once. */
const once = (seen: Seen): Complaint => answered(seen, { withinMs: 10_000 });

function repeating(name: string, times: (index: number) => number): Case {
  return {
    name,
    primary: async (exchange) => {
      await begin(exchange);
      for (const index of exchange.answer.pieces.keys()) {
        for (let time = 0; time < times(index); time++) await say(exchange, index, index + 1);
      }
      await close(exchange);
      await finish(exchange);
    },
    judge: once,
  };
}

export const duplicateChunks: Fault = {
  id: 'duplicates',
  title: 'duplicate chunks',
  group: 'own',
  cases: [
    repeating('each one twice', () => 2),
    repeating('one of them twice', (index) => (index === 33 ? 2 : 1)),
    {
      name: 'the opening twice',
      primary: async (exchange) => {
        await begin(exchange);
        await repeatOpening(exchange);
        await say(exchange);
        await close(exchange);
        await finish(exchange);
      },
      judge: once,
    },
  ],
};

function repeatOpening(exchange: Exchange): Promise<void> {
  return send(exchange, exchange.dialect.opening(exchange.answer));
}
