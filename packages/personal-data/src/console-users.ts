import type { Orm } from '@draftsmith/database';
import { users } from '@draftsmith/database/schema';
import { inArray } from 'drizzle-orm';
import type { AskedPerson } from './person.ts';

/** Who may sign in to the console with one of these addresses: an employee, say. Passwords are not handed out in any form. */
export async function consoleUsersOf(orm: Orm, { emails }: AskedPerson) {
  const { name, email, role, createdAt } = users;
  const addresses = emails.map((address) => address.trim().toLowerCase());
  return orm.select({ name, email, role, createdAt }).from(users).where(inArray(users.email, addresses));
}
