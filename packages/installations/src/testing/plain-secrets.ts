import type { Orm } from '@draftsmith/database';
import { secrets } from '@draftsmith/database/schema';
import { and, eq } from 'drizzle-orm';
import type { SecretPort } from '../credentials.ts';

/** The server's store without its seal: what tests of processes need of it. */
export function plainSecrets(orm: Orm): SecretPort {
  return {
    get: async (name) => (await orm.select().from(secrets).where(eq(secrets.name, name)))[0]?.sealed,
    async put(name, sealed) {
      const set = { sealed, updatedAt: new Date() };
      await orm
        .insert(secrets)
        .values({ name, ...set })
        .onConflictDoUpdate({ target: secrets.name, set });
    },
    async replace(name, from, to) {
      const where = and(eq(secrets.name, name), eq(secrets.sealed, from));
      return (await orm.update(secrets).set({ sealed: to }).where(where).returning()).length > 0;
    },
    async delete(name) {
      await orm.delete(secrets).where(eq(secrets.name, name));
    },
  };
}
