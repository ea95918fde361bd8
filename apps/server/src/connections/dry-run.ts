import { randomUUID } from 'node:crypto';
import type { AccountPolicy, DealConnection, DraftingRules, DryRunView, ResourceRef } from '@draftsmith/contracts';
import { type DraftReplyDeps, draftReply } from '@draftsmith/drafting';
import { AppError, toAppError } from '@draftsmith/errors';
import type { AccountKey } from '@draftsmith/installations';
import { voiceOf } from '@draftsmith/rules';
import type { Account, Accounts } from '../accounts.ts';

export interface DryRunDeps {
  accounts: Accounts;
  writing: DraftReplyDeps;
  /** For accounts with deals: a proposal as it would be, as plain text. */
  proposalFor: (deal: ResourceRef, deals: DealConnection, signal: AbortSignal) => Promise<{ text: string }>;
  policyOf: (connector: string, account: string) => Promise<AccountPolicy>;
  rulesOf: (connector: string, account: string) => Promise<DraftingRules>;
  /** Told when a draft came out. */
  onDraft: (key: AccountKey) => Promise<void>;
}

export interface DryRuns {
  start(key: AccountKey, resourceId: string): { id: string; ended: Promise<DryRunView> };
  find(id: string, key: AccountKey): DryRunView;
}

/** Milliseconds for reading and writing. */
const PATIENCE = 120_000;
/** Drafts hold customers' words: they are not stored, and the last few are remembered by this process. */
const REMEMBERED = 50;

/** Drafts on chosen resources, to see what one would get. Nothing is written back. */
export function createDryRuns(deps: DryRunDeps): DryRuns {
  const views = new Map<string, { key: AccountKey; view: DryRunView }>();

  const remember = (id: string, key: AccountKey, view: DryRunView) => {
    views.set(id, { key, view });
    for (const old of [...views.keys()].slice(0, -REMEMBERED)) views.delete(old);
    return view;
  };

  async function run(id: string, key: AccountKey, account: Account, resourceId: string): Promise<DryRunView> {
    try {
      const ended = await draftFor(deps, account, resourceId, AbortSignal.timeout(PATIENCE));
      if (ended.text !== undefined) await deps.onDraft(key);
      return remember(id, key, { state: 'done', resourceId, ...ended });
    } catch (thrown) {
      return remember(id, key, { state: 'failed', resourceId, message: toAppError(thrown).message });
    }
  }

  return {
    start(key, resourceId) {
      const account = deps.accounts.find(key.connector, key.account);
      if (!account) throw new AppError('not-found', 'No such account is connected', { code: 'connections.unknown' });
      const id = randomUUID();
      remember(id, key, { state: 'running', resourceId });
      return { id, ended: run(id, key, account, resourceId) };
    },
    find(id, { connector, account }) {
      const found = views.get(id);
      if (found?.key.connector === connector && found.key.account === account) return found.view;
      throw new AppError('not-found', 'This trial is not remembered any more: start another one', {
        code: 'connections.dry-run',
      });
    },
  };
}

async function draftFor(
  { writing, proposalFor, policyOf, rulesOf }: DryRunDeps,
  { connector, account, connection }: Account,
  resourceId: string,
  signal: AbortSignal,
): Promise<Pick<DryRunView, 'text' | 'reason' | 'message'>> {
  if (connection.deals) {
    const resource = { connector, account, type: 'deal', id: resourceId };
    return { text: (await proposalFor(resource, connection.deals, signal)).text };
  }
  const gathered = await connection.gatherContext({ connector, account, type: 'ticket', id: resourceId }, signal);
  if (gathered.kind === 'skip')
    return { reason: gathered.reason, ...(gathered.detail && { message: gathered.detail }) };
  const rules = await rulesOf(connector, account);
  const result = await draftReply(writing, {
    context: gathered.context,
    // How it sounds is the account's to say, and not whether there is one: somebody asked for it.
    brief: connection.describeDraft(gathered.context, voiceOf(rules, gathered.context.facts?.brand)),
    draftId: `dry-run:${resourceId}`,
    policy: await policyOf(connector, account),
    signal,
  });
  if (result.kind === 'skipped') return { reason: result.reason, ...(result.detail && { message: result.detail }) };
  return { text: result.draft.text };
}
