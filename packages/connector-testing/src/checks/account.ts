import type { ConnectorDescriptor, ConnectorPorts, DraftContext } from '@draftsmith/contracts';
import { isAppError } from '@draftsmith/errors';
import { expect } from 'vitest';
import type { Check, ConnectorSamples, SampleAccount } from '../samples.ts';
import { losingAnswers } from './losing-answers.ts';
import { DRAFT_TEXT, sampleWrite } from './operations.ts';

/** Against a simulated account that keeps state: what is read, and that a draft is there exactly once. */
export function accountChecks<Settings>(
  descriptor: ConnectorDescriptor<Settings>,
  samples: ConnectorSamples<Settings>,
): Check[] {
  const connectTo = (account: SampleAccount<Settings>, through: ConnectorPorts['fetch'] = fetch) =>
    descriptor.connect(account.settings, { fetch: through, now: () => new Date(), warn: () => undefined });
  const { signal } = new AbortController();

  function inAccount(name: string, run: (account: SampleAccount<Settings>) => Promise<void>): Check {
    return {
      name,
      async run() {
        const account = await samples.openAccount();
        try {
          await run(account);
        } finally {
          await account.close();
        }
      },
    };
  }

  async function gather(account: SampleAccount<Settings>): Promise<DraftContext> {
    const gathered = await connectTo(account).gatherContext(account.resource, signal);
    if (gathered.kind !== 'context') expect.fail(`skipped: ${gathered.reason}`);
    return gathered.context;
  }

  return [
    inAccount('tells who it is', async (account) => {
      expect((await connectTo(account).check(signal)).identity).not.toBe('');
    }),
    inAccount('gathers what a draft needs', async (account) => {
      const context = await gather(account);
      expect(context.resource).toEqual(account.resource);
      expect(context.turns.some((turn) => turn.role === 'customer' && turn.text !== '')).toBe(true);
      expect(context.revision).not.toBe('');
      expect(context.freshness).not.toBe('');
      expect(new Set(context.sources.map((source) => source.id)).size).toBe(context.sources.length);
    }),
    inAccount('describes the draft without looking anywhere else', async (account) => {
      const context = await gather(account);
      const connection = connectTo(account, () => expect.fail('describeDraft reached out'));
      expect(connection.describeDraft(context)).toEqual(connection.describeDraft(structuredClone(context)));
      expect(connection.describeDraft(context).instructions).not.toBe('');
      expect(connection.describeDraft(context).maxOutputTokens).toBeGreaterThan(0);
    }),
    inAccount('writes once however often the same key is written', async (account) => {
      const { context, write } = await prepared(account);
      const before = await account.artefacts();
      const first = await connectTo(account).writeBack(write, signal);
      const second = await connectTo(account).writeBack(write, signal);
      expect([first.kind, second.kind]).toEqual(['created', 'already-there']);
      expect('location' in second && second.location).toEqual('location' in first && first.location);
      expect(await account.artefacts()).toBe(before + 1);

      const after = await gather(account);
      expect(after.revision).toBe(context.revision);
      expect(after.turns.map((turn) => turn.text).join('\n')).not.toContain(DRAFT_TEXT.split('\n')[0]);
    }),
    inAccount('writes once although the answer to the write is lost', async (account) => {
      const { write } = await prepared(account);
      const before = await account.artefacts();
      await connectTo(account, losingAnswers)
        .writeBack(write, signal)
        .catch((thrown: unknown) => {
          if (!isAppError(thrown) || !thrown.retryable) throw thrown;
        });
      const receipt = await connectTo(account).writeBack(write, signal);
      expect(receipt.kind).toBe('already-there');
      expect(await account.artefacts()).toBe(before + 1);
    }),
  ];

  async function prepared(account: SampleAccount<Settings>) {
    const context = await gather(account);
    const { resource } = account;
    return { context, write: sampleWrite({ resource, context, idempotencyKey: 'contract-1' }) };
  }
}
