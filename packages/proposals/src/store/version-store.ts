import { type Database, type Orm, storable } from '@draftsmith/database';
import { proposalOperations, proposals, proposalVersions } from '@draftsmith/database/schema';
import type { Sealer } from '@draftsmith/sealing';
import { and, desc, eq } from 'drizzle-orm';
import { hashOf } from '../canonical.ts';
import { editedOf } from '../edited.ts';
import { superseded } from '../problems.ts';
import { headlineOf, largestOf } from '../totals.ts';
import { opened } from './opened.ts';
import type { Operation } from './operation-store.ts';
import { sealDealAbout } from './proposal-row.ts';
import { placeOfVersion, sealVersion, type VersionWords } from './version-words.ts';

/** One that was not forgotten. */
export type VersionRow = typeof proposalVersions.$inferSelect & { content: string };

/** Who wrote it, and for how much. */
export interface Writer {
  provider: string;
  model: string;
  modelWritten: boolean;
  /** US dollars, of this version alone. */
  costUsd: string;
  /** Rows of the ledger. */
  completions: readonly string[];
}

export interface NewVersion {
  how: VersionRow['how'];
  /** Of the deal that it rests on. */
  revision: string;
  words: VersionWords;
  writer: Writer;
  /** Where the deal was read for it. */
  deal?: { name: string; url?: string; stage?: string };
}

export interface VersionStore {
  /** Newest first, without words. */
  list(proposalId: string): Promise<VersionRow[]>;
  find(proposalId: string, number: number): Promise<VersionRow | undefined>;
  /** The number of the version that this operation has made already. */
  madeBy(operationId: string): Promise<number | undefined>;
  /** Undefined where its key is gone. */
  open(row: VersionRow): VersionWords | undefined;
  /**
   * Adds it as the newest. Called again for the same operation it changes nothing.
   *
   * @returns its number
   * @throws AppError with code `proposals.superseded` when another try has taken over, or the words were forgotten meanwhile
   */
  add(operation: Operation, version: NewVersion): Promise<number>;
}

export function createVersionStore({ orm }: Pick<Database, 'orm'>, sealer: Sealer, now: () => Date): VersionStore {
  const { proposalId: of, number } = proposalVersions;
  return {
    async list(proposalId) {
      const rows = await orm.select().from(proposalVersions).where(eq(of, proposalId)).orderBy(desc(number));
      return rows.filter(hasWords);
    },
    async find(proposalId, wanted) {
      const rows = await orm
        .select()
        .from(proposalVersions)
        .where(and(eq(of, proposalId), eq(number, wanted)));
      return rows.find(hasWords);
    },
    madeBy: (operationId) => numberOf(orm, operationId),
    open: (row) => opened<VersionWords>(() => sealer.open(row.content, placeOfVersion(row))),
    add: (operation, version) => orm.transaction((tx) => addNext(tx, sealer, { operation, version, at: now() })),
  };
}

function hasWords(row: typeof proposalVersions.$inferSelect): row is VersionRow {
  return row.content !== null;
}

interface Adding {
  operation: Operation;
  version: NewVersion;
  at: Date;
}

async function addNext(tx: Orm, sealer: Sealer, { operation, version, at }: Adding): Promise<number> {
  const { proposalId, id: operationId } = operation;
  // Held until we are done: numbers are given out one by one, and whoever forgets the deal waits, and takes this along.
  const [deal] = await tx.select().from(proposals).where(eq(proposals.id, proposalId)).for('update');
  const own = await numberOf(tx, operationId);
  if (own !== undefined) return own;
  if (!deal || !(await isNewestTry(tx, operation))) throw superseded();

  const number = deal.lastNumber + 1;
  await tx
    .update(proposals)
    .set({
      lastNumber: number,
      ...(version.deal && seenDeal(sealer, proposalId, version.deal)),
      ...(number === 1 && { askedAt: operation.createdAt, stageThen: version.deal?.stage ?? null }),
    })
    .where(eq(proposals.id, proposalId));
  await tx.insert(proposalVersions).values({
    ...{ proposalId, number, operationId, userId: operation.userId, createdAt: at },
    ...toColumns(sealer, { proposalId, operationId }, version),
  });
  return number;
}

function toColumns(sealer: Sealer, place: { proposalId: string; operationId: string }, version: NewVersion) {
  const { how, revision, writer } = version;
  const words = storable(version.words);
  const { content } = words;
  const refused = content.sections.flatMap((section) => Object.values(section.refused ?? {}));
  return {
    ...{ how, revision, ...writer, completions: [...writer.completions] },
    content: sealVersion(sealer, place, words),
    hash: hashOf(content),
    locale: content.locale,
    total: headlineOf(content.prices, content.locale),
    largest: largestOf(content.prices),
    refused: refused.reduce((sum, n) => sum + n, 0),
    edited: editedOf(content, words.baselines),
  };
}

function seenDeal(sealer: Sealer, id: string, { name, url }: NonNullable<NewVersion['deal']>) {
  return { about: sealDealAbout(sealer, id, storable({ dealName: name })), ...(url !== undefined && { url }) };
}

async function isNewestTry(tx: Pick<Orm, 'select'>, { id, fence }: Operation): Promise<boolean> {
  const { id: of, fence: newest, state } = proposalOperations;
  const rows = await tx
    .select({ of })
    .from(proposalOperations)
    .where(and(eq(of, id), eq(newest, fence), eq(state, 'running')));
  return rows.length > 0;
}

async function numberOf(orm: Pick<Orm, 'select'>, operationId: string): Promise<number | undefined> {
  const { number } = proposalVersions;
  const [own] = await orm
    .select({ number })
    .from(proposalVersions)
    .where(eq(proposalVersions.operationId, operationId));
  return own?.number;
}
