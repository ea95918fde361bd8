import type { Orm } from '@draftsmith/database';
import { secrets } from '@draftsmith/database/schema';
import type { Sealer } from '@draftsmith/sealing';
import { and, eq } from 'drizzle-orm';

/** Tokens of source systems and the like, each under a name such as `zendesk/acme/oauth`; sealed where they rest. */
export interface SecretStore {
  /** @throws AppError `invalid`: `sealing.key-missing`, `sealing.damaged` */
  get(name: string): Promise<string | undefined>;
  put(name: string, value: string): Promise<void>;
  /** Stores what `make` gives unless another process was faster; every caller gets the same value. */
  ensure(name: string, make: () => string): Promise<string>;
  /**
   * Puts `to` in the place of `from`: of several processes that refresh one token, one wins.
   * @returns false when the value is another one by now
   */
  replace(name: string, from: string, to: string): Promise<boolean>;
  delete(name: string): Promise<void>;
}

export const placeOf = (name: string) => `secrets.sealed/${name}`;

export function createSecretStore(orm: Orm, sealer: Sealer, now: () => Date = () => new Date()): SecretStore {
  const rowOf = (name: string, value: string) => ({
    name,
    sealed: sealer.seal(value, placeOf(name)),
    updatedAt: now(),
  });
  const read = async (name: string) => {
    const [row] = await orm.select().from(secrets).where(eq(secrets.name, name));
    return row && { sealed: row.sealed, value: sealer.open(row.sealed, placeOf(name)) };
  };
  return {
    get: async (name) => (await read(name))?.value,
    async put(name, value) {
      const { name: _, ...set } = rowOf(name, value);
      await orm
        .insert(secrets)
        .values({ name, ...set })
        .onConflictDoUpdate({ target: secrets.name, set });
    },
    async ensure(name, make) {
      const known = await read(name);
      if (known) return known.value;
      const value = make();
      await orm.insert(secrets).values(rowOf(name, value)).onConflictDoNothing();
      return (await read(name))?.value ?? value;
    },
    async replace(name, from, to) {
      for (;;) {
        const known = await read(name);
        if (known?.value !== from) return false;
        const replaced = await orm
          .update(secrets)
          .set(rowOf(name, to))
          .where(and(eq(secrets.name, name), eq(secrets.sealed, known.sealed)))
          .returning({ name: secrets.name });
        if (replaced.length > 0) return true;
        // Somebody wrote meanwhile: another value, or the same one under a new key.
      }
    },
    async delete(name) {
      await orm.delete(secrets).where(eq(secrets.name, name));
    },
  };
}
