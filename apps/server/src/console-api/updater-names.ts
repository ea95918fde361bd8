import type { Database } from '@draftsmith/database';
import { users } from '@draftsmith/database/schema';
import { inArray } from 'drizzle-orm';

/** People read names; whoever is not here any more is nobody. */
export async function withNames<View extends { updatedBy: string | null }>(
  { orm }: Pick<Database, 'orm'>,
  views: readonly View[],
): Promise<View[]> {
  const ids = views.flatMap(({ updatedBy }) => updatedBy ?? []);
  const found =
    ids.length === 0
      ? []
      : await orm.select({ id: users.id, name: users.name }).from(users).where(inArray(users.id, ids));
  const names = new Map(found.map(({ id, name }) => [id, name]));
  return views.map((view) => ({ ...view, updatedBy: names.get(view.updatedBy ?? '') ?? null }));
}
