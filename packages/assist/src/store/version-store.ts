import type { Draft, Revise } from '@draftsmith/contracts';
import { type Database, type Orm, storable } from '@draftsmith/database';
import { drafts, draftVersions } from '@draftsmith/database/schema';
import { openContent, STEER } from '@draftsmith/drafting';
import { AppError } from '@draftsmith/errors';
import type { Sealer } from '@draftsmith/sealing';
import { asc, eq, max } from 'drizzle-orm';
import { readable } from './readable.ts';
import { openVersion, sealVersion } from './version-words.ts';

type DraftRow = typeof drafts.$inferSelect;

/** One text of a draft: the draft as it was waiting is number 1. */
export interface Version extends Draft {
  draftId: string;
  number: number;
  made: { how: Revise['kind']; byName: string | null } | null;
  /** What the agent vouched for in it; null for none. */
  steer: string | null;
  costUsd: string | null;
  createdAt: Date;
}

export interface NewVersion {
  draftId: string;
  operationId: string;
  agentId: string;
  byName: string | null;
  how: 'regenerate' | 'shorter' | 'warmer' | 'more-formal';
  steer: string | null;
  draft: Draft;
  costUsd: string;
}

export interface VersionStore {
  /** Oldest first; empty for a draft without words. What cannot be opened is left out. */
  of(draft: DraftRow): Promise<Version[]>;
  /** Whether this operation has made its version already. */
  has(operationId: string): Promise<boolean>;
  /**
   * Adds it as the newest. Called again for the same operation it changes nothing.
   *
   * @returns its number
   * @throws AppError `conflict`, not retryable, with code `assist.forgotten` when the draft's words are gone meanwhile
   */
  add(version: NewVersion): Promise<number>;
}

/** Somebody else was faster so often in a row only when something is wrong. */
const TRIES = 20;

export function createVersionStore({ orm }: Database, sealer: Sealer, now: () => Date): VersionStore {
  return {
    async of(draft) {
      const rows = await orm
        .select()
        .from(draftVersions)
        .where(eq(draftVersions.draftId, draft.id))
        .orderBy(asc(draftVersions.number));
      const first = readable(() => firstOf(sealer, draft));
      return [...(first ? [first] : []), ...rows.flatMap((row) => readable(() => laterOf(sealer, row)) ?? [])];
    },
    has: async (operationId) => (await numberOf(orm, operationId)) !== undefined,
    async add(version) {
      for (let n = 0; n < TRIES; n += 1) {
        const number = await orm.transaction((tx) => addNext(tx, sealer, version, now()));
        if (number !== undefined) return number;
      }
      throw new AppError('unavailable', 'The draft is busy: try again', { code: 'assist.busy' });
    },
  };
}

/** @returns undefined when somebody else took the number just now */
async function addNext(tx: Orm, sealer: Sealer, version: NewVersion, createdAt: Date): Promise<number | undefined> {
  const { draftId, operationId, draft, how, agentId, byName, steer, costUsd } = version;
  // Held until we are done: whoever forgets the draft waits, and then takes this version along.
  const [row] = await tx
    .select({ forgottenAt: drafts.forgottenAt })
    .from(drafts)
    .where(eq(drafts.id, draftId))
    .for('share');
  if (!row || row.forgottenAt) throw forgotten();
  const own = await numberOf(tx, operationId);
  if (own !== undefined) return own;
  const [head] = await tx
    .select({ number: max(draftVersions.number) })
    .from(draftVersions)
    .where(eq(draftVersions.draftId, draftId));
  const { text, citations, language, provider, model, modelWritten, check = null } = draft;
  const words = storable({ text, citations, check, byName, steer });
  const [added] = await tx
    .insert(draftVersions)
    .values({
      ...{ draftId, operationId, how, agentId, language, provider, model, modelWritten, costUsd, createdAt },
      number: (head?.number ?? 1) + 1,
      content: sealVersion(sealer, { draftId, operationId }, words),
    })
    .onConflictDoNothing()
    .returning({ number: draftVersions.number });
  return added?.number;
}

async function numberOf(orm: Pick<Orm, 'select'>, operationId: string): Promise<number | undefined> {
  const { number } = draftVersions;
  const [own] = await orm.select({ number }).from(draftVersions).where(eq(draftVersions.operationId, operationId));
  return own?.number;
}

function forgotten(): AppError {
  const message = 'The words of this draft were forgotten while it was worked on';
  return new AppError('conflict', message, { code: 'assist.forgotten', retryable: false });
}

function firstOf(sealer: Sealer, row: DraftRow): Version | undefined {
  const { id, language, provider, model, modelWritten, costUsd } = row;
  const { text, citations, check } = openContent(sealer, row);
  if (text === null || language === null || provider === null || model === null || modelWritten === null)
    return undefined;
  return {
    ...{ draftId: id, number: 1, text, language, citations, provider, model, modelWritten, costUsd },
    ...(check && { check }),
    made: null,
    steer: steerIn(check),
    createdAt: row.finishedAt ?? row.receivedAt,
  };
}

/** A draft that was asked for with a steer: what it rests on tells. */
function steerIn(check: Version['check'] | null): string | null {
  const said = (check?.sentences ?? []).flatMap(({ evidence }) => (evidence?.sourceId === STEER ? evidence.quote : []));
  return said.length > 0 ? [...new Set(said)].join(' ') : null;
}

function laterOf(sealer: Sealer, row: typeof draftVersions.$inferSelect): Version {
  const { draftId, number, how, language, provider, model, modelWritten, costUsd, createdAt } = row;
  const { check, byName, ...words } = openVersion(sealer, row);
  return {
    ...{ draftId, number, language, provider, model, modelWritten, costUsd, createdAt },
    ...words,
    ...(check && { check }),
    made: { how, byName },
  };
}

/** Every text of a draft that an agent could have used: what a sent reply is compared with. */
export async function versionsOf(
  database: Database,
  sealer: Sealer,
  draftId: string,
): Promise<{ version: number; text: string; language: string }[]> {
  const [row] = await database.orm.select().from(drafts).where(eq(drafts.id, draftId));
  const versions = row ? await createVersionStore(database, sealer, () => new Date()).of(row) : [];
  return versions.map(({ number, text, language }) => ({ version: number, text, language }));
}
