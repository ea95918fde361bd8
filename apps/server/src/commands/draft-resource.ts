import type { Draft } from '@draftsmith/contracts';
import { draftReply } from '@draftsmith/drafting';
import { AppError } from '@draftsmith/errors';
import { createAnalyser } from '@draftsmith/knowledge';
import type { Logger } from '@draftsmith/logger';
import { openAccounts } from '../accounts.ts';
import { createConfiguredChain } from '../chain.ts';
import type { CommandEnvironment } from '../cli.ts';
import { connectors } from '../registry.ts';
import { readServerSettings } from '../settings.ts';

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
  if (!account)
    throw new AppError(
      'invalid',
      `${connector} is not set up; connected: ${accounts.all.map((one) => one.connector).join(', ') || 'nothing'}`,
    );

  const signal = AbortSignal.timeout(PATIENCE);
  const chain = createConfiguredChain(readServerSettings(source), { logger });
  const gathered = await account.connection.gatherContext(
    { connector, account: account.account, type: 'ticket', id: resource },
    signal,
  );
  const result =
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
      : ({ kind: 'skipped', reason: gathered.reason } as const);
  if (result.kind === 'skipped') {
    if (json) out(JSON.stringify({ outcome: 'skipped', reason: result.reason }));
    else say(`No draft: ${result.reason}`);
    return;
  }
  const receipt =
    dryRun || gathered.kind !== 'context'
      ? undefined
      : await account.connection.writeBack(
          {
            resource: gathered.context.resource,
            draft: result.draft,
            idempotencyKey: `${connector}:${resource}:${gathered.context.revision}`,
            context: gathered.context,
          },
          signal,
        );
  if (json) out(JSON.stringify({ outcome: 'drafted', draft: result.draft, receipt }, null, 2));
  else show(result.draft, receipt?.kind, { out, say });
}

function show(draft: Draft, written: string | undefined, { out, say }: Pick<CommandEnvironment, 'out' | 'say'>): void {
  out(draft.text);
  say(
    `\n-- ${draft.modelWritten ? `written by ${draft.provider} ${draft.model}` : 'no model wrote this'}; ${written ? `note ${written}` : 'nothing written back'}`,
  );
  for (const { title, url } of draft.citations) say(`   source: ${title}${url ? ` ${url}` : ''}`);
}
