import type { Connection, ConnectorDescriptor, RawDelivery } from '@draftsmith/contracts';
import { AppError } from '@draftsmith/errors';
import { describe, expect, test } from 'vitest';
import { connectorContract, contractChecks } from './connector-contract.ts';
import { type NotebookSettings, notebook, verification } from './example/notebook-connector.ts';
import { samples } from './example/samples.ts';
import type { ConnectorSamples } from './samples.ts';

connectorContract(notebook, samples);

type Descriptor = ConnectorDescriptor<NotebookSettings>;

/** The example with some operations replaced. */
function withOperations(
  change: (right: Connection, warn: (message: string) => void) => Partial<Connection>,
): Descriptor {
  return {
    ...notebook,
    connect(settings, ports) {
      const right = notebook.connect(settings, ports);
      return { ...right, ...change(right, ports.warn) };
    },
  };
}

function withParse(parse: (delivery: RawDelivery) => ReturnType<Descriptor['parse']>): Descriptor {
  return { ...notebook, parse };
}

const ignoredAll = { deliveryId: 'd', events: [] };
let serial = 0;
const different = () => {
  serial += 1;
  return String(serial);
};

const breaches: [string, string, Descriptor, Partial<ConnectorSamples<NotebookSettings>>?][] = [
  ['an id that is no route segment', 'kebab-case', { ...notebook, id: 'Note Book' }],
  [
    'a secret that is not marked',
    'marks the secret',
    { ...notebook, settings: { ...notebook.settings, help: { token: { expected: 'the token' } } } },
  ],
  [
    'a built-in webhook secret',
    'no default stands in',
    {
      ...notebook,
      settings: {
        ...notebook.settings,
        schema: { safeParse: () => ({ success: true }) },
      } as unknown as Descriptor['settings'],
    },
  ],
  ['a verifier that lets all in', 'another secret', notebook, { verify: () => ({ kind: 'verified' }) }],
  [
    'a verifier that does without a secret',
    'without a secret',
    notebook,
    { verify: (v, d, secret, now) => (secret ? samples.verify(v, d, secret, now) : { kind: 'verified' }) },
  ],
  [
    'a tolerance of a day',
    'tolerance for old',
    {
      ...notebook,
      verification: {
        ...verification,
        timestamp: { header: 'x-notebook-time', format: 'unix-ms', toleranceMs: 86_400_000 },
      },
    },
  ],
  ['events that go unseen', 'names its resource', withParse(() => ignoredAll)],
  [
    'a result that depends on more than the bytes',
    'the same bytes',
    withParse((delivery) => ({ ...notebook.parse(delivery), deliveryId: different() })),
  ],
  [
    'answering our own writes',
    'our own write',
    withParse((delivery) => ({ ...notebook.parse(delivery), events: [notebook.parse(unsignedEvent()).events[0]!] })),
  ],
  [
    'a throw for what is unknown',
    'unknown kind',
    withParse((delivery) => {
      if (Buffer.from(delivery.body).includes('painted')) throw new AppError('invalid', 'unknown');
      return notebook.parse(delivery);
    }),
  ],
  [
    'a parser that throws its own errors',
    'arbitrary and damaged',
    withParse((delivery) => JSON.parse(Buffer.from(delivery.body).toString('utf8'))),
  ],
  [
    'a parser that trusts the kinds of values',
    'any one value',
    withParse((delivery) => {
      const json = JSON.parse(Buffer.from(delivery.body).toString('utf8'));
      return { deliveryId: json.id, events: [{ kind: 'ignored', reason: json.kind.toUpperCase() }] };
    }),
  ],
  [
    'an error of its own class',
    'status 500 with HTML',
    withOperations((right) => ({
      check: (signal) =>
        right.check(signal).catch(() => {
          throw new Error('no');
        }),
    })),
  ],
  [
    'a token in a warning',
    'status 403 with an empty body',
    withOperations((right, warn) => ({
      check(signal) {
        warn(`sent ${samples.settings.token}`);
        return right.check(signal);
      },
    })),
  ],
  [
    'a body kept as cause',
    'status 401 with JSON is',
    withOperations(() => ({
      async check() {
        throw new AppError('auth', 'no', { cause: { sent: samples.settings.token } });
      },
    })),
  ],
  [
    'an operation that an abort does not stop with an AppError',
    'an abort',
    withOperations(() => ({
      async check(signal) {
        signal.throwIfAborted();
        return new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)));
      },
    })),
  ],
  [
    'a write that does not look first',
    'however often',
    withOperations((right) => ({
      writeBack: (write, signal) => right.writeBack({ ...write, idempotencyKey: different() }, signal),
    })),
  ],
  [
    'a write that is repeated blindly',
    'answer to the write is lost',
    withOperations((right) => ({
      writeBack: (write, signal) =>
        right.writeBack(write, signal).catch(() => right.writeBack({ ...write, idempotencyKey: 'again' }, signal)),
    })),
  ],
  [
    'a description that differs each time',
    'without looking anywhere',
    withOperations(() => ({ describeDraft: () => ({ instructions: different(), maxOutputTokens: 1 }) })),
  ],
];

function unsignedEvent(): RawDelivery {
  return { body: Buffer.from(samples.deliveries.event.body), headers: {} };
}

describe('each breach of the contract is noticed', () => {
  test.each(breaches)('%s', async (_, checkName, descriptor, change = {}) => {
    const checks = Object.values(contractChecks(descriptor, { ...samples, ...change })).flat();
    const check = checks.find(({ name }) => name.includes(checkName));
    expect(check, `no check is called ${checkName}`).toBeDefined();
    await expect(async () => check?.run()).rejects.toThrow();
  });
});
