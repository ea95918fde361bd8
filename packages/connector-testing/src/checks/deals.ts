import type {
  ActivityBudget,
  AttachProposal,
  ConnectorDescriptor,
  ConnectorPorts,
  DealConnection,
  DealContext,
  ResourceRef,
} from '@draftsmith/contracts';
import { isAppError } from '@draftsmith/errors';
import { expect } from 'vitest';
import type { Check, ConnectorSamples, SampleAccount } from '../samples.ts';
import { losingAnswers } from './losing-answers.ts';

const BUDGET: ActivityBudget = { characters: 20_000, relevant: [] };

/** For connectors whose drafts are documents: what is read of a deal, and that a proposal is there exactly once. */
export function dealChecks<Settings>(
  descriptor: ConnectorDescriptor<Settings>,
  samples: ConnectorSamples<Settings>,
): Check[] {
  const connectTo = (account: SampleAccount<Settings>, through: ConnectorPorts['fetch'] = fetch) =>
    descriptor.connect(account.settings, { fetch: through, now: () => new Date(), warn: () => undefined });
  const dealsOf = (account: SampleAccount<Settings>, through?: ConnectorPorts['fetch']): DealConnection =>
    connectTo(account, through).deals ?? expect.fail('a connector that drafts documents has `deals`');
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

  async function gather(account: SampleAccount<Settings>): Promise<DealContext> {
    const gathered = await dealsOf(account).gather(account.resource, BUDGET, signal);
    if (gathered.kind !== 'deal') expect.fail(`skipped: ${gathered.reason}`);
    return gathered.context;
  }

  return [
    inAccount('tells who it is', async (account) => {
      expect((await connectTo(account).check(signal)).identity).not.toBe('');
    }),
    inAccount('has no conversations', async (account) => {
      const gathered = await connectTo(account).gatherContext(account.resource, signal);
      expect(gathered.kind).toBe('skip');
    }),
    inAccount('gathers what a proposal needs, figures as decimal strings', async (account) => {
      const context = await gather(account);
      expect(context.resource).toEqual(account.resource);
      expect(context.revision).not.toBe('');
      expect(context.lineItems.length).toBeGreaterThan(0);
      for (const { price, quantity } of context.lineItems) {
        expect(price).toMatch(/^-?\d+(\.\d+)?$/);
        expect(quantity).toMatch(/^-?\d+(\.\d+)?$/);
      }
      const characters = context.activities.reduce((sum, { text }) => sum + text.length, 0);
      expect(characters).toBeLessThanOrEqual(BUDGET.characters);
      expect(new Set(context.activities.map(({ id }) => id)).size).toBe(context.activities.length);
      expect((await gather(account)).revision).toBe(context.revision);
    }),
    inAccount('attaches once however often the same key is written', async (account) => {
      const write = sampleProposal(account.resource);
      const before = await account.artefacts();
      const first = await dealsOf(account).attach(write, signal);
      const second = await dealsOf(account).attach(write, signal);
      expect([first.kind, second.kind]).toEqual(['created', 'already-there']);
      expect([second.noteId, second.fileIds]).toEqual([first.noteId, first.fileIds]);
      expect(await account.artefacts()).toBe(before + 1);
    }),
    inAccount('attaches once although the answers to the writes are lost', async (account) => {
      const write = sampleProposal(account.resource);
      const before = await account.artefacts();
      await dealsOf(account, losingAnswers)
        .attach(write, signal)
        .catch((thrown: unknown) => {
          if (!isAppError(thrown) || !thrown.retryable) throw thrown;
        });
      await dealsOf(account).attach(write, signal);
      await dealsOf(account).attach(write, signal);
      expect(await account.artefacts()).toBe(before + 1);
    }),
  ];
}

/** A proposal as the pipeline would attach it. */
export function sampleProposal(resource: ResourceRef): AttachProposal {
  const bytes = Buffer.from('%PDF-1.4 of the contract suite');
  return {
    resource,
    idempotencyKey: 'contract-1',
    files: [{ name: 'contract-suite-v1.pdf', contentType: 'application/pdf', bytes }],
    note: {
      ...{ language: 'en', version: 1, title: 'Proposal of the contract suite', total: '1.00 EUR' },
      summary: [{ text: 'What the contract suite asked for.', sources: [] }],
      ...{ modelWritten: false, model: 'offline' },
    },
  };
}
