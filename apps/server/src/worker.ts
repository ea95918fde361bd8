import type { DraftJob } from '@draftsmith/contracts';
import { createDraftProcessor, createDraftStore, endAbandonedDrafts } from '@draftsmith/drafting';
import { createAnalyser } from '@draftsmith/knowledge';
import { purgeTexts } from '@draftsmith/llm/sql';
import type { Parts } from './parts.ts';

/** Takes jobs from the queue and writes drafts. */
export async function startWorker({
  options,
  accounts,
  database,
  queue,
  chain,
  changes,
  metrics,
}: Parts): Promise<void> {
  const process = createDraftProcessor({
    connectionOf: (connector, account) => accounts.find(connector, account)?.connection,
    completer: chain.completer,
    analyser: createAnalyser(),
    store: createDraftStore(database),
    logger: options.logger.child({ component: 'drafting' }),
    now: () => new Date(),
    onChange: changes.publish,
    onFinish: metrics.finished,
  });
  await queue.work('draft', options.settings.DRAFTSMITH_CONCURRENCY, process);
}

/** Milliseconds between two looks for drafts whose last try was killed. */
const ABANDONED_EVERY = 60_000;

/** Looks for them now and again. Returns how to stop. */
export function watchAbandoned({ options, database, queue }: Parts): () => void {
  const stillOpen = (jobs: readonly DraftJob[]) => queue.stillOpen('draft', jobs);
  const look = () =>
    endAbandonedDrafts({ database, stillOpen, now: () => new Date() })
      .then((ended) => ended > 0 && options.logger.warn('Drafts were left behind and are now failed', { ended }))
      .catch((error) => options.logger.warn('Could not look for abandoned drafts', { error }));
  void look();
  const timer = setInterval(look, ABANDONED_EVERY);
  return () => clearInterval(timer);
}

/** Milliseconds between two looks for prompts and answers whose time is over. */
const FORGET_EVERY = 60 * 60_000;

/** Prompts and answers are kept for a time only; figures stay. Returns how to stop. */
export function watchRetention({ options, database }: Pick<Parts, 'options' | 'database'>): () => void {
  const look = () =>
    purgeTexts(database.orm, new Date())
      .then((purged) => purged > 0 && options.logger.info('Prompts and answers were forgotten as due', { purged }))
      .catch((error) => options.logger.warn('Could not forget prompts and answers that are due', { error }));
  void look();
  const timer = setInterval(look, FORGET_EVERY);
  return () => clearInterval(timer);
}
