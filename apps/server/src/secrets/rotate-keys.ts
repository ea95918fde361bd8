import type { AuditLog } from '@draftsmith/audit';
import type { Orm } from '@draftsmith/database';
import { secrets } from '@draftsmith/database/schema';
import type { ResealOptions } from '@draftsmith/drafting';
import { AppError } from '@draftsmith/errors';
import { newSealingKey } from '@draftsmith/sealing';
import { eq } from 'drizzle-orm';
import { describeKeys } from './describe-keys.ts';
import { PEOPLE_KEY, type Sealing } from './open-sealing.ts';
import { resealAll } from './reseal.ts';

export interface RotationDeps {
  orm: Orm;
  sealing: Sealing;
  /** Keys are an admin's act: on record with it. */
  audit: Pick<AuditLog, 'record'>;
  now: () => Date;
}

export interface Rotation {
  /** The key that seals from now on. */
  key: string;
  /** `made` now; `continued`: the rotation before was not finished; `given` by the settings. */
  how: 'made' | 'continued' | 'given';
  resealed: number;
  damaged: number;
}

const ACTOR = { kind: 'command' } as const;

/**
 * A new key, and everything sealed with it. After a kill it goes on with the key that it had made. Keys of the settings
 * are not ours to make: everything is sealed with the first of them.
 */
export async function rotateKeys(deps: RotationDeps, options: ResealOptions = {}): Promise<Rotation> {
  const { from, ring } = deps.sealing.keys;
  const before = await resealAll(deps.orm, deps.sealing, options);
  const made = from === 'file' && before.resealed === 0;
  if (made) await makeKey(deps);
  const done = made ? await resealAll(deps.orm, deps.sealing, options) : before;
  const key = ring.keys()[0].id;
  await deps.audit.record({ actor: ACTOR, action: 'key.resealed', subject: key, detail: { ...done } });
  return { key, how: from === 'settings' ? 'given' : made ? 'made' : 'continued', ...done };
}

async function makeKey({ orm, sealing: { keys }, audit, now }: RotationDeps): Promise<void> {
  if (keys.from !== 'file') return;
  const { ring } = keys;
  const key = newSealingKey(now());
  await orm.transaction(async (tx) => {
    // One rotation at a time: of two that replace the file at once, one would lose its key, and what it sealed.
    await tx.select().from(secrets).where(eq(secrets.name, PEOPLE_KEY)).for('update');
    await audit.record({ actor: ACTOR, action: 'key.made', subject: key.id }, tx);
    await ring.add(key);
  });
}

/** Milliseconds in which another process ends a write that it began with the key before. */
const IN_FLIGHT = 60_000;

/**
 * Takes the older keys out of the key file. What they sealed, backups included, opens no more.
 * @returns their ids; those of the settings are to be taken out there
 * @throws AppError `conflict` while anything needs one of them
 */
export async function discardOldKeys({ orm, sealing, audit, now }: RotationDeps): Promise<string[]> {
  const { keys } = sealing;
  const report = await describeKeys(keys, orm);
  const old = report.keys.filter(({ role }) => role === 'opens');
  const needed = old.find((line) => line.needed !== 0);
  if (needed?.needed)
    throw stillNeeded(
      `${needed.needed === 1 ? '1 draft, proposal or secret still needs' : `${needed.needed} drafts, proposals and secrets still need`} the key ${needed.id}: run draftsmith key rotate first. What that leaves alone as changed keeps the key until its words are forgotten`,
    );
  const ids = old.map(({ id }) => id);
  if (ids.length === 0 || keys.from === 'settings') return ids;
  refuseInFlight(keys.ring.keys()[0].madeAt, now());
  await orm.transaction(async (tx) => {
    await tx.select().from(secrets).where(eq(secrets.name, PEOPLE_KEY)).for('update');
    await audit.record({ actor: ACTOR, action: 'key.discarded', detail: { keys: ids } }, tx);
    await keys.ring.discard(ids);
  });
  return ids;
}

function refuseInFlight(madeAt: Date | undefined, now: Date): void {
  if (madeAt && now.getTime() - madeAt.getTime() < IN_FLIGHT)
    throw stillNeeded(
      'The new key is less than a minute old, and another process may still write with the one before: try again in a minute',
    );
}

function stillNeeded(message: string): AppError {
  return new AppError('conflict', message, { code: 'sealing.still-needed', retryable: false });
}
