import type { Connection, DraftingRules, RecentResource, ResourceFacts, RulesTrial } from '@draftsmith/contracts';
import type { Database, Orm } from '@draftsmith/database';
import { drafts } from '@draftsmith/database/schema';
import { detectLanguage } from '@draftsmith/knowledge';
import { type PastMessage, type Rules, tryRules } from '@draftsmith/rules';
import type { Sealer } from '@draftsmith/sealing';
import { and, desc, eq, isNotNull, sql } from 'drizzle-orm';
import { readAbout } from './draft-words.ts';

export interface TryRulesDeps {
  database: Pick<Database, 'orm'>;
  sealer: Sealer;
  rules: Pick<Rules, 'read'>;
}

interface AccountToTry {
  connector: string;
  account: string;
  connection: Pick<Connection, 'recent'>;
}

/** A message of the past with what an admin knows it by. */
interface Sample extends PastMessage, Pick<RulesTrial, 'subject' | 'url'> {}

const MAX_SAMPLES = 50;
/** With fewer messages than these of our own, the source system is asked for its newest. */
const ENOUGH = 20;
/** Milliseconds for that. */
const RECENT_DEADLINE = 20_000;
/** What `recent` gives has no type of its own: it is what the connector drafts for. */
const DEFAULT_TYPE = 'ticket';

/** Why there is no draft whatever the rules say. */
const NEVER_ANSWERED = ['thanks-only', 'auto-reply', 'spam', 'no-customer-message', 'erased', 'removed'];

/** What rules would say to the newest messages of an account, beside what the rules that hold now say. Newest first. */
export async function tryAccountRules(
  { database, sealer, rules }: TryRulesDeps,
  account: AccountToTry,
  after: DraftingRules,
): Promise<RulesTrial[]> {
  const [held, samples] = await Promise.all([
    rules.read(account.connector, account.account),
    samplesOf(database.orm, sealer, account),
  ]);
  const [before, then] = [tryRules(held.rules, samples), tryRules(after, samples)];
  return samples.map(({ resource, facts, language, subject, url }, at) => ({
    resourceId: resource.id,
    subject,
    url,
    facts,
    language,
    before: before[at] ?? 'draft',
    after: then[at] ?? 'draft',
  }));
}

async function samplesOf(orm: Orm, sealer: Sealer, account: AccountToTry): Promise<Sample[]> {
  const own = await pastDrafts(orm, sealer, account);
  if (own.length >= ENOUGH || !account.connection.recent) return own;
  const known = new Set(own.map(({ resource }) => resource.id));
  try {
    const recent = await account.connection.recent(MAX_SAMPLES, AbortSignal.timeout(RECENT_DEADLINE));
    const fresh = recent.filter(({ id }) => !known.has(id)).map((one) => sampleOf(one, account));
    return [...own, ...fresh].sort((a, b) => b.at.getTime() - a.at.getTime()).slice(0, MAX_SAMPLES);
  } catch (thrown) {
    // Few are better than none; with none, the admin must know why.
    if (own.length > 0) return own;
    throw thrown;
  }
}

async function pastDrafts(orm: Orm, sealer: Sealer, { connector, account }: AccountToTry): Promise<Sample[]> {
  const reason = sql`coalesce(${drafts.outcome}->>'reason', '')`;
  const rows = await orm
    .select()
    .from(drafts)
    .where(
      and(
        eq(drafts.connector, connector),
        eq(drafts.account, account),
        isNotNull(drafts.facts),
        isNotNull(drafts.revision),
        sql`${reason} not in (${sql.join(
          NEVER_ANSWERED.map((one) => sql`${one}`),
          sql`, `,
        )})`,
      ),
    )
    .orderBy(desc(drafts.receivedAt), drafts.id)
    .limit(MAX_SAMPLES);
  return rows.map((row) => ({
    resource: { connector, account, type: row.resourceType, id: row.resourceId },
    facts: row.facts as ResourceFacts,
    language: row.language,
    at: row.askedAt ?? row.receivedAt,
    subject: readAbout(sealer, row)?.subject ?? '',
    url: row.url,
  }));
}

function sampleOf({ id, subject, url, text, facts }: RecentResource, { connector, account }: AccountToTry): Sample {
  return {
    resource: { connector, account, type: DEFAULT_TYPE, id },
    facts,
    language: text.trim() === '' ? null : detectLanguage(text),
    at: new Date(facts.askedAt ?? 0),
    subject,
    url: url ?? null,
  };
}
