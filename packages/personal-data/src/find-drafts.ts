import type { KnownPerson } from '@draftsmith/contracts';
import type { Orm } from '@draftsmith/database';
import { draftPeople, drafts, draftVersions } from '@draftsmith/database/schema';
import { isAppError } from '@draftsmith/errors';
import type { JobResource } from '@draftsmith/jobs';
import { and, asc, gt, inArray, isNotNull, or } from 'drizzle-orm';
import { among } from './among.ts';
import { mentions, type Words } from './mentions.ts';
import type { PeopleIndex, PersonDigest } from './people-index.ts';

/** How a draft is known to be about the person. `words`: it says so itself, without having been noted. */
export type FoundBy = PersonDigest['kind'] | 'words';

export interface FoundDrafts {
  /** By draft id. */
  by: ReadonlyMap<string, ReadonlySet<FoundBy>>;
  /** Drafts that could not be searched, because the key to their words is gone. */
  unreadable: number;
}

export type StoredWords = Pick<typeof drafts.$inferSelect, 'id' | 'about' | 'content'>;

/** A later text of a draft, as agents had it made. */
export type StoredVersion = Pick<typeof draftVersions.$inferSelect, 'draftId' | 'operationId' | 'content'>;

export interface FindDeps {
  orm: Orm;
  index: PeopleIndex;
  /** Opens the words of a later text: what it says, and what was asked for. @throws AppError as `open` does */
  openVersion: (row: StoredVersion) => readonly string[];
  /** Opens the words of a draft. @throws AppError when its key is missing, or the text was damaged */
  open: (row: StoredWords) => Words;
}

/** Rows in memory at a time. */
const BATCH = 500;

/** Every draft that is about somebody, or mentions them. Reads all words there are: 20,000 drafts take some seconds. */
export async function findDrafts(deps: FindDeps, person: KnownPerson): Promise<FoundDrafts> {
  const { orm, index } = deps;
  const found = new Map<string, Set<FoundBy>>();
  const add = (id: string, by: FoundBy) => found.set(id, (found.get(id) ?? new Set()).add(by));
  for (const { draftId, kind } of await noted(orm, index.digestsOf([person]))) add(draftId, kind);

  const isMentionedIn = mentions(person);
  let unreadable = 0;
  for await (const row of everyDraftWithWords(orm)) {
    if (found.has(row.id)) continue;
    const words = opened(deps, row);
    if (!words) unreadable += 1;
    else if (isMentionedIn(words)) add(row.id, 'words');
  }
  return { by: found, unreadable };
}

async function noted(orm: Orm, digests: readonly PersonDigest[]) {
  const { draftId, kind, digest } = draftPeople;
  return orm
    .select({ draftId, kind })
    .from(draftPeople)
    .where(
      inArray(
        digest,
        digests.map((one) => one.digest),
      ),
    );
}

/** In the order of their ids, page by page: what is written meanwhile neither repeats nor hides others. */
async function* everyDraftWithWords(orm: Orm): AsyncGenerator<DraftWords> {
  const { id, about, content } = drafts;
  let after: string | undefined;
  do {
    const rows = await orm
      .select({ id, about, content })
      .from(drafts)
      .where(and(or(isNotNull(about), isNotNull(content)), after === undefined ? undefined : gt(id, after)))
      .orderBy(asc(id))
      .limit(BATCH);
    const versions = await versionsOf(
      orm,
      rows.map((row) => row.id),
    );
    yield* rows.map((row) => ({ ...row, versions: versions.get(row.id) ?? [] }));
    after = rows.length === BATCH ? rows.at(-1)?.id : undefined;
  } while (after !== undefined);
}

type DraftWords = StoredWords & { versions: readonly StoredVersion[] };

async function versionsOf(orm: Orm, draftIds: readonly string[]): Promise<Map<string, StoredVersion[]>> {
  const { draftId, operationId, content } = draftVersions;
  const rows = await orm.select({ draftId, operationId, content }).from(draftVersions).where(among(draftId, draftIds));
  return Map.groupBy(rows, (row) => row.draftId);
}

function opened({ open, openVersion }: FindDeps, { versions, ...row }: DraftWords): Words | undefined {
  try {
    const words = open(row);
    return { ...words, texts: [...words.texts, ...versions.flatMap(openVersion)] };
  } catch (error) {
    if (isAppError(error)) return undefined;
    throw error;
  }
}

/** Rows of those drafts, oldest first. */
export async function readDrafts(
  orm: Pick<Orm, 'select'>,
  ids: readonly string[],
): Promise<(typeof drafts.$inferSelect)[]> {
  const rows: (typeof drafts.$inferSelect)[] = [];
  for (let i = 0; i < ids.length; i += BATCH)
    rows.push(
      ...(await orm
        .select()
        .from(drafts)
        .where(among(drafts.id, ids.slice(i, i + BATCH)))),
    );
  return rows.sort((a, b) => a.receivedAt.getTime() - b.receivedAt.getTime() || (a.id < b.id ? -1 : 1));
}

/** What drafts are about in the source system, each once. */
export function resourcesOf(rows: readonly JobResource[]): JobResource[] {
  const distinct = new Map(
    rows.map(({ connector, account, resourceType, resourceId }) => {
      const resource = { connector, account, resourceType, resourceId };
      return [JSON.stringify(resource), resource];
    }),
  );
  return [...distinct.values()];
}
