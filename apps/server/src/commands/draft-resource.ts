import type { Draft, Receipt } from '@draftsmith/contracts';
import { type DraftResult, draftReply, messageKeyOf } from '@draftsmith/drafting';
import { AppError } from '@draftsmith/errors';
import { createAnalyser } from '@draftsmith/knowledge';
import type { Attempt } from '@draftsmith/llm';
import type { Logger } from '@draftsmith/logger';
import { openAccounts } from '../accounts.ts';
import type { CommandEnvironment } from '../cli.ts';
import { connectors } from '../registry.ts';
import { readServerSettings } from '../settings.ts';
import { openChainSession } from './chain-session.ts';
import { failedAttempts } from './failed-attempts.ts';
import { skipWords } from './skip-words.ts';

/** Milliseconds for reading, drafting and writing together. */
const PATIENCE = 120_000;

/** One draft of a connected system, now and in the foreground. */
export async function draftResource(
  { raw, out, say }: CommandEnvironment,
  { connector, resource, dryRun, json }: { connector: string; resource: string; dryRun?: boolean; json?: boolean },
  logger: Logger,
): Promise<void> {
  const source = await raw();
  const accounts = openAccounts(connectors, source, { fetch, now: () => new Date(), warn: logger.warn });
  const account = accounts.all.find((one) => one.connector === connector);
  if (!account) throw new AppError('invalid', notSetUp(connector));

  const signal = AbortSignal.timeout(PATIENCE);
  await using session = await openChainSession(readServerSettings(source), { logger, say });
  const { chain } = session;
  const gathered = await account.connection.gatherContext(
    { connector, account: account.account, type: 'ticket', id: resource },
    signal,
  );
  const result: DraftResult =
    gathered.kind === 'context'
      ? await draftReply(
          { completer: chain.completer, analyser: createAnalyser() },
          {
            context: gathered.context,
            brief: account.connection.describeDraft(gathered.context),
            draftId: `command-line:${resource}`,
            signal,
          },
        )
      : { kind: 'skipped', reason: gathered.reason };
  if (result.kind === 'skipped') {
    if (json) out(JSON.stringify({ outcome: 'skipped', reason: result.reason }));
    else {
      for (const failure of failedAttempts(result.attempts ?? [])) say(failure);
      say(`No draft: ${skipWords[result.reason]} (${result.reason})`);
    }
    return;
  }
  const receipt =
    dryRun || gathered.kind !== 'context'
      ? undefined
      : await account.connection.writeBack(
          {
            resource: gathered.context.resource,
            draft: result.draft,
            idempotencyKey: messageKeyOf(gathered.context),
            context: gathered.context,
          },
          signal,
        );
  if (json) out(JSON.stringify({ outcome: 'drafted', draft: result.draft, receipt }, null, 2));
  else show(result, receipt?.kind, { out, say });
}

/** What stands behind the draft in the source system. */
const WRITTEN: Record<Receipt['kind'], string> = {
  created: 'it is in the ticket as an internal note',
  'already-there': 'its note was in the ticket already',
  stale: 'not written back, because the ticket changed meanwhile: draft again',
};

function notSetUp(connector: string): string {
  const known = connectors.map(({ id }) => id);
  return known.includes(connector)
    ? `${connector} is not set up: see docs/connectors/${connector}.md for its settings`
    : `There is no connector "${connector}"; expected ${known.join(' or ')}`;
}

function show(
  { draft, completion }: { draft: Draft; completion: { attempts: readonly Attempt[] } },
  written: Receipt['kind'] | undefined,
  { out, say }: Pick<CommandEnvironment, 'out' | 'say'>,
): void {
  out(draft.text);
  const author = draft.modelWritten ? `written by ${draft.provider} ${draft.model}` : 'no model wrote this';
  say(`\n-- ${author}; ${written ? WRITTEN[written] : 'nothing was written back'}`);
  for (const failure of failedAttempts(completion.attempts)) say(`   ${failure}`);
  for (const { title, url } of draft.citations) say(`   source: ${title}${url ? ` ${url}` : ''}`);
}
