import { drafts } from '@draftsmith/database/schema';
import { AppError } from '@draftsmith/errors';
import { and, gt, lt, lte, or, type SQL, sql } from 'drizzle-orm';
import { z } from 'zod';

/** A place in the list of drafts. Rows that arrive meanwhile neither repeat nor hide others. */
export interface Place {
  receivedAt: Date;
  id: string;
}

/** As the index has it; without the last two words the database sorts all rows instead. */
export const NEWEST_FIRST = [sql`${drafts.receivedAt} desc nulls last`, drafts.id];

export function cursorOf({ receivedAt, id }: Place): string {
  return `${receivedAt.toISOString()}_${id}`;
}

/** @throws AppError `invalid` for a text that `cursorOf` has not made */
export function placeAt(cursor: string): Place {
  const [stamp = '', id = ''] = cursor.split('_');
  const receivedAt = new Date(stamp);
  if (Number.isNaN(receivedAt.getTime()) || !isUuid(id))
    throw new AppError('invalid', 'The cursor is not one of ours: reload the list');
  return { receivedAt, id };
}

export function after(place: Place | undefined): SQL | undefined {
  if (!place) return undefined;
  const { receivedAt, id } = place;
  // The first condition is where the index begins to be read.
  return and(lte(drafts.receivedAt, receivedAt), or(lt(drafts.receivedAt, receivedAt), gt(drafts.id, id)));
}

/** Anything else in a comparison with an id is an error of the database. */
export function isUuid(text: string): boolean {
  return z.guid().safeParse(text).success;
}
