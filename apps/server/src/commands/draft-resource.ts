import type { Draft, Receipt } from '@draftsmith/contracts';
import { type DraftResult, draftReply, toWriteBack } from '@draftsmith/drafting';
import { AppError } from '@draftsmith/errors';
import { createAnalyser } from '@draftsmith/knowledge';
import type { Attempt } from '@draftsmith/llm';
import type { Logger } from '@draftsmith/logger';
import { voiceOf } from '@draftsmith/rules';
import { openAccounts } from '../accounts.ts';
import type { CommandEnvironment } from '../cli.ts';
import { createConfiguredRecogniser } from '../recogniser.ts';
import { connectors } from '../registry.ts';
import { readServerSettings } from '../settings.ts';
import { openChainSession } from './chain-session.ts';
import { draftCheckText } from './draft-check-text.ts';
import { draftConnected } from './draft-connected.ts';
import { draftDeal } from './draft-deal.ts';
import { failedAttempts } from './failed-attempts.ts';
import { skipWords } from './skip-words.ts';

/** Milliseconds for reading, drafting and writing together. */
const PATIENCE = 120_000;

/** One draft of a connected system, now and in the foreground. */
export async function draftResource(
  environment: CommandEnvironment,
  wanted: { connector: string; resource: string; dryRun?: boolean; json?: boolean },
  logger: Logger,
): Promise<void> {
  const { raw, out, say } = environment;
  const { connector, resource, dryRun, json } = wanted;
  const source = await raw();
  const accounts = openAccounts(connectors, source, { fetch, now: () => new Date(), warn: logger.warn });
  const account = accounts.all.find((one) => one.connector === connector);
  if (!account) {
    if (await draftConnected(environment, wanted, logger)) return;
    throw new AppError('invalid', notSetUp(connector));
  }

  const signal = AbortSignal.timeout(PATIENCE);
  const settings = readServerSettings(source);
  if (account.connection.deals) return draftDeal(environment, { ...wanted, account, settings, signal }, logger);
  await using session = await openChainSession(settings, { logger, say });
  const rules = await session.rulesOf(connector, account.account);
  const gathered = await account.connection.gatherContext(
    { connector, account: account.account, type: 'ticket', id: resource },
    signal,
  );
  const result: DraftResult =
    gathered.kind === 'context'
      ? await draftReply(
          {
            completer: session.chain.completer,
            analyser: createAnalyser(),
            recogniser: createConfiguredRecogniser(settings, say),
          },
          {
            context: gathered.context,
            // Somebody asked for it: how it sounds is the account's to say, not whether there is one.
            brief: account.connection.describeDraft(gathered.context, voiceOf(rules, gathered.context.facts?.brand)),
            draftId: `command-line:${resource}`,
            policy: await session.policyOf(connector, account.account),
            signal,
          },
        )
      : { kind: 'skipped', reason: gathered.reason, ...(gathered.detail && { detail: gathered.detail }) };
  if (result.kind === 'skipped') {
    if (json) out(JSON.stringify({ outcome: 'skipped', reason: result.reason, detail: result.detail }));
    else {
      for (const failure of failedAttempts(result.attempts ?? [])) say(failure);
      say(`No draft: ${skipWords[result.reason]} (${result.reason})`);
      if (result.detail) say(`   ${result.detail}`);
    }
    return;
  }
  const receipt =
    dryRun || gathered.kind !== 'context'
      ? undefined
      : await account.connection.writeBack(toWriteBack(gathered.context, result.draft), signal);
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
    ? `${connector} is not set up: draftsmith connect ${connector} connects it, or see docs/connectors/${connector}.md`
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
  for (const line of draftCheckText(draft)) say(`   ${line}`);
  for (const failure of failedAttempts(completion.attempts)) say(`   ${failure}`);
  for (const { title, url } of draft.citations) say(`   source: ${title}${url ? ` ${url}` : ''}`);
}
