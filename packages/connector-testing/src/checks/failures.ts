import { inspect } from 'node:util';
import type { ConnectorDescriptor, ConnectorPorts } from '@draftsmith/contracts';
import { isAppError } from '@draftsmith/errors';
import { expect } from 'vitest';
import type { Check, ConnectorSamples } from '../samples.ts';
import { operationsOf, sampleWrite } from './operations.ts';

const STATUSES = [400, 401, 403, 404, 409, 422, 429, 500, 503];

/** Answers of APIs and of the proxies in front of them. Each repeats what was sent, as careless servers do. */
const BODIES: Record<string, (sent: string) => { type: string; text: string }> = {
  JSON: (sent) => ({ type: 'application/json', text: JSON.stringify({ error: sent, description: sent }) }),
  'JSON with an object as error': (sent) => ({ type: 'application/json', text: JSON.stringify({ error: { sent } }) }),
  HTML: (sent) => ({ type: 'text/html', text: `<html><body>${sent}</body></html>` }),
  'an empty body': () => ({ type: 'text/plain', text: '' }),
};

/** Whatever the other side answers, an operation ends in a result or in an AppError that tells no secret. */
export function failureChecks<Settings>(
  descriptor: ConnectorDescriptor<Settings>,
  samples: ConnectorSamples<Settings>,
): Check[] {
  const resource = {
    connector: descriptor.id,
    account: descriptor.settings.account(samples.settings),
    ...samples.deliveries.event.resource,
  };
  const context = { revision: '1', freshness: samples.now.toISOString() };
  const write = sampleWrite({ resource, context, idempotencyKey: 'contract' });

  function connectThrough(fetch: ConnectorPorts['fetch']) {
    const warnings: string[] = [];
    const warn: ConnectorPorts['warn'] = (message, fields) => warnings.push(inspect({ message, fields }));
    const connection = descriptor.connect(samples.settings, { fetch, now: () => samples.now, warn });
    return { operations: Object.entries(operationsOf(connection, write)), warnings };
  }

  async function expectTypedEnds(fetch: ConnectorPorts['fetch']): Promise<void> {
    const { operations, warnings } = connectThrough(fetch);
    const ends = await Promise.all(operations.map(([, run]) => run(new AbortController().signal).catch(errorOf)));
    // `inspect` also shows causes, which end in logs as well.
    const told = [...warnings, ...ends.map((end) => inspect(end, { depth: 20 }))].join('\n');
    for (const secret of samples.secrets) expect(told).not.toContain(secret);
  }

  return [
    ...STATUSES.flatMap((status) =>
      Object.entries(BODIES).map(([name, bodyOf]) => ({
        name: `status ${status} with ${name} is a result or an AppError without secrets`,
        run: () => expectTypedEnds(answering(status, bodyOf)),
      })),
    ),
    ...Object.entries(BODIES).map(([name, bodyOf]) => ({
      name: `status 200 with ${name} of somebody else is a result or an AppError without secrets`,
      run: () => expectTypedEnds(answering(200, bodyOf)),
    })),
    {
      name: 'an unreachable host is an AppError without secrets',
      run: () => expectTypedEnds(async () => Promise.reject(new TypeError('fetch failed'))),
    },
    {
      name: 'an abort, before or during a request, ends every operation with an AppError',
      async run() {
        for (const when of ['before', 'during'] as const) {
          for (const [name, end] of await abortedEnds(when)) expect(isAppError(end), `${name}, ${when}`).toBe(true);
        }
      },
    },
  ];

  async function abortedEnds(when: 'before' | 'during'): Promise<[string, unknown][]> {
    const controller = new AbortController();
    const { operations } = connectThrough(async (input, init) => {
      // The request is on its way and gets no answer: from here on only the abort can end it.
      queueMicrotask(() => controller.abort());
      return neverAnswering(new Request(input, init).signal);
    });
    if (when === 'before') controller.abort();
    return Promise.all(
      operations.map(
        async ([name, run]): Promise<[string, unknown]> => [
          name,
          await run(controller.signal).catch((thrown: unknown) => thrown),
        ],
      ),
    );
  }
}

function answering(status: number, bodyOf: (sent: string) => { type: string; text: string }): ConnectorPorts['fetch'] {
  return async (input, init) => {
    const request = new Request(input, init);
    const { type, text } = bodyOf(JSON.stringify([...request.headers]));
    // With this header, repetitions need no waiting.
    return new Response(text, { status, headers: { 'content-type': type, 'retry-after': '0' } });
  };
}

function neverAnswering(signal: AbortSignal): Promise<Response> {
  return new Promise((_, reject) => {
    const stop = () => reject(signal.reason);
    if (signal.aborted) stop();
    else signal.addEventListener('abort', stop, { once: true });
  });
}

function errorOf(thrown: unknown): unknown {
  if (!isAppError(thrown)) expect.fail(`threw ${inspect(thrown)}, which is no AppError`);
  return thrown;
}
