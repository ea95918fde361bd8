import type { Orm } from '@draftsmith/database';
import type { SealingKey } from '@draftsmith/sealing';
import { countByKey, UNSEALED } from './key-usage.ts';
import type { OpenedRing } from './open-key-ring.ts';

export interface KeyLine {
  id: string;
  /** `seals`: the newest. `opens`: an older one. `missing`: something needs it, and it is not here. */
  role: 'seals' | 'opens' | 'missing';
  /** ISO-8601; null for keys of the settings, whose age nobody knows. */
  madeAt: string | null;
  /** Drafts, proposals and secrets that need it; null when nobody could look. */
  needed: number | null;
}

export interface KeyReport {
  from: OpenedRing['from'];
  /** Newest first. */
  keys: KeyLine[];
  /** Drafts that no key has sealed yet; null when nobody could look. */
  unsealed: number | null;
}

/** Which keys there are and what needs them; never the keys themselves. */
export async function describeKeys({ from, ring }: OpenedRing, orm: Orm | undefined): Promise<KeyReport> {
  const counts = orm && (await countByKey(orm));
  const keys = ring.keys();
  const lineOf = ({ id, madeAt }: SealingKey, i: number): KeyLine => ({
    ...{ id, role: i === 0 ? 'seals' : 'opens' },
    madeAt: madeAt?.toISOString() ?? null,
    needed: counts ? (counts.get(id) ?? 0) : null,
  });
  const missing = [...(counts ?? [])].filter(([id]) => id !== UNSEALED && !keys.some((key) => key.id === id));
  return {
    from,
    keys: [
      ...keys.map(lineOf),
      ...missing.map(([id, needed]): KeyLine => ({ id, role: 'missing', madeAt: null, needed })),
    ],
    unsealed: counts ? (counts.get(UNSEALED) ?? 0) : null,
  };
}
