import type { Orm } from '@draftsmith/database';
import { attempts, completions, deliveries, type drafts } from '@draftsmith/database/schema';
import { isAppError } from '@draftsmith/errors';
import { asc, eq } from 'drizzle-orm';
import { among } from './among.ts';
import { consoleUsersOf } from './console-users.ts';
import { deliveriesOf } from './deliveries.ts';
import { assistOf, type ExportedAssist, type ReadAssist } from './export-assist.ts';
import { EXPORTED_FIELDS, NOT_STORED } from './exported-fields.ts';
import {
  type FindDeps,
  type FoundDrafts,
  findDrafts,
  readDrafts,
  resourcesOf,
  type StoredWords,
} from './find-drafts.ts';
import type { ForgottenWhy } from './forget.ts';
import { type AskedPerson, toKnownPerson } from './person.ts';
import { policiesNaming } from './policies-naming.ts';
import type { ExportsProposals } from './proposals.ts';
import { type Recipient, recipientsOf } from './recipients.ts';
import { type ReportedDraft, toReported } from './report.ts';

/** Everything that is stored of a draft, opened. */
export interface ExportedDraft extends ReportedDraft, ExportedAssist {
  /** Subject, customer's name, text, citations and check; null where they were forgotten, or their key is gone. */
  words: unknown;
  wordsRemark: string | null;
  outcome: unknown;
  attempts: unknown;
  language: string | null;
  modelWritten: boolean | null;
  provider: string | null;
  model: string | null;
  inputTokens: number | null;
  outputTokens: number | null;
  costUsd: string | null;
  finishedAt: string | null;
  completions: ExportedCompletion[];
}

type ExportedCompletion = Omit<typeof completions.$inferSelect, 'price'> & {
  attempts: Omit<typeof attempts.$inferSelect, 'price'>[];
};

/** One person's data, for the person: machine readable, and explained. */
export interface PersonExport {
  kind: 'export';
  at: string;
  person: AskedPerson;
  drafts: ExportedDraft[];
  proposals: (object & { id: string; completions: ExportedCompletion[] })[];
  deliveries: (typeof deliveries.$inferSelect)[];
  recipients: Recipient[];
  /** Accounts whose lists of words name the person. */
  policies: string[];
  users: Awaited<ReturnType<typeof consoleUsersOf>>;
  fields: Readonly<Record<string, string>>;
  notStored: readonly string[];
}

export interface ExportDeps extends FindDeps, ReadAssist, ExportsProposals {
  /** The words of a draft as they are to be handed out. @throws AppError as `open` does */
  read: (row: StoredWords) => unknown;
  record: (detail: { drafts: number; proposals: number }, within: Pick<Orm, 'insert'>) => Promise<void>;
  now: () => Date;
}

/**
 * All that is stored of one person. That somebody asked is put on record first, without who was asked for.
 * @throws AppError `invalid` for a person that nobody could be found by
 */
export async function exportPerson(deps: ExportDeps, asked: AskedPerson): Promise<PersonExport> {
  const { orm, now } = deps;
  const found = await findDrafts(deps, toKnownPerson(asked));
  const rows = await readDrafts(orm, [...found.by.keys()]);
  const proposals = (await deps.exportProposals?.read(asked)) ?? [];
  await deps.record({ drafts: rows.length, proposals: proposals.length }, orm);
  const ids = rows.map(({ id }) => id);
  const all = [...ids, ...proposals.map(({ id }) => id)];
  const [asking, assistIn] = [await completionsOf(orm, all), await assistOf(orm, deps, ids)];
  return {
    kind: 'export',
    at: now().toISOString(),
    person: asked,
    drafts: rows.map((row) =>
      toExported(deps, { row, found, completions: asking.get(row.id) ?? [], assist: assistIn(row.id) }),
    ),
    proposals: proposals.map((one) => ({ ...one, completions: asking.get(one.id) ?? [] })),
    deliveries: await orm
      .select()
      .from(deliveries)
      .where(deliveriesOf(resourcesOf(rows)))
      .orderBy(deliveries.receivedAt),
    recipients: await recipientsOf(orm, all),
    policies: await policiesNaming(orm, toKnownPerson(asked)),
    users: await consoleUsersOf(orm, asked),
    fields: { ...EXPORTED_FIELDS, ...deps.exportProposals?.fields },
    notStored: NOT_STORED,
  };
}

interface Parts {
  row: typeof drafts.$inferSelect;
  found: FoundDrafts;
  completions: ExportedCompletion[];
  assist: ExportedAssist;
}

function toExported({ read }: ExportDeps, { row, found, completions, assist }: Parts): ExportedDraft {
  const { outcome, attempts, language, modelWritten, provider, model, inputTokens, outputTokens, costUsd } = row;
  return {
    ...toReported(row, found),
    ...wordsOf(read, row),
    ...{ outcome, attempts, language, modelWritten, provider, model, inputTokens, outputTokens, costUsd },
    finishedAt: row.finishedAt?.toISOString() ?? null,
    completions,
    ...assist,
  };
}

const FORGOTTEN: Record<ForgottenWhy, string> = {
  request: 'they were erased on request',
  retention: 'their time was over',
  source: 'the source system took them away',
};

/** One draft that cannot be opened must not keep back all others. */
function wordsOf(read: ExportDeps['read'], row: typeof drafts.$inferSelect) {
  if (row.forgottenAt) {
    const why = FORGOTTEN[row.forgottenWhy ?? 'retention'];
    return { words: null, wordsRemark: `Forgotten on ${row.forgottenAt.toISOString()}: ${why}` };
  }
  try {
    return { words: read(row), wordsRemark: null };
  } catch (error) {
    if (isAppError(error)) return { words: null, wordsRemark: error.message };
    throw error;
  }
}

/** By the id of draft or proposal, oldest first. Prices are ours, and no one's personal data. */
async function completionsOf(orm: Orm, ids: readonly string[]): Promise<Map<string, ExportedCompletion[]>> {
  const [asked, tried] = [
    await orm.select().from(completions).where(among(completions.reference, ids)).orderBy(asc(completions.createdAt)),
    await orm
      .select({ attempt: attempts })
      .from(attempts)
      .innerJoin(completions, eq(completions.id, attempts.completionId))
      .where(among(completions.reference, ids))
      .orderBy(asc(attempts.n)),
  ];
  const attemptsOf = Map.groupBy(tried, ({ attempt }) => attempt.completionId);
  const exported = asked.map(({ price: _, ...completion }) => ({
    ...completion,
    attempts: (attemptsOf.get(completion.id) ?? []).map(({ attempt: { price: _, ...attempt } }) => attempt),
  }));
  return Map.groupBy(exported, ({ reference }) => reference ?? '');
}
