import type { KnowledgeJob } from '@draftsmith/contracts';
import { AppError, toAppError } from '@draftsmith/errors';
import { type JobHandler, verdictOn } from '@draftsmith/jobs';
import { embedPassages, readFeed } from '@draftsmith/library';
import type { Parts } from '../parts.ts';
import type { Library } from './open-library.ts';

/** Reading is a long row of calls to an account that others use as well: one kind at a time. */
const CONCURRENCY = 1;

type ReadingParts = Pick<Parts, 'accounts' | 'database' | 'policies' | 'options'> & {
  library: Pick<Library, 'embedder'>;
};

/** Reads what drafts may rest on, from where the last reading ended. */
export async function workKnowledge(parts: Parts): Promise<void> {
  await parts.queue.work('knowledge', CONCURRENCY, createKnowledgeReader(parts));
}

export function createKnowledgeReader({
  accounts,
  database,
  policies,
  library,
  options,
}: ReadingParts): JobHandler<'knowledge'> {
  const logger = options.logger.child({ component: 'knowledge' });
  return async ({ connector, account, kind }, context) => {
    const feed = feedOf(accounts, { connector, account, kind });
    // Disconnected meanwhile, or a source system without this kind.
    if (!feed) return { kind: 'done' };
    try {
      const { privacy } = await policies.of(connector, account);
      const redaction = { allow: privacy.allow, deny: privacy.deny, regions: privacy.regions };
      const read = await readFeed(database.orm, { connector, account }, feed, { signal: context.signal, redaction });
      if (library.embedder)
        await embedPassages(database.orm, { connector, account }, library.embedder, { signal: context.signal });
      logger.info('Knowledge was read', { connector, account, knowledge: kind, ...read });
      return { kind: 'done' };
    } catch (thrown) {
      const error = toAppError(thrown);
      logger.warn('Knowledge could not be read to its end', { connector, account, knowledge: kind, error });
      return verdictOn(error, context) ?? { kind: 'done' };
    }
  };
}

function feedOf(accounts: Parts['accounts'], { connector, account, kind }: KnowledgeJob) {
  return accounts
    .find(connector, account)
    ?.connection.feeds?.()
    .find((feed) => feed.kind === kind);
}

/** @throws AppError `not-found` when the account is not connected */
export function kindsOf(accounts: Parts['accounts'], connector: string, account: string): KnowledgeJob['kind'][] {
  const found = accounts.find(connector, account);
  if (!found) throw new AppError('not-found', `No ${connector} account of this name is connected`);
  return found.connection.feeds?.().map(({ kind }) => kind) ?? [];
}
