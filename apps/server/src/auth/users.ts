import { randomUUID } from 'node:crypto';
import type { Actor, AuditLog } from '@draftsmith/audit';
import type { Role } from '@draftsmith/contracts';
import type { Orm } from '@draftsmith/database';
import { sessions, userAccounts, users } from '@draftsmith/database/schema';
import { AppError } from '@draftsmith/errors';
import { hashPassword } from 'better-auth/crypto';
import { and, eq } from 'drizzle-orm';

/** One person who may sign in. `createdAt` is ISO-8601. */
export interface UserView {
  id: string;
  name: string;
  email: string;
  role: Role;
  createdAt: string;
}

export interface NewUser {
  name: string;
  /** Lower case. */
  email: string;
  password: string;
  role: Role;
}

export interface UserChanges {
  name?: string | undefined;
  role?: Role | undefined;
  /** A new password ends every session of the user. */
  password?: string | undefined;
}

/** Each change is on record as done by `by`; without one, by the suite itself. */
export interface Users {
  /** Oldest first. */
  list(): Promise<UserView[]>;
  /** @throws AppError `conflict` when the address is taken. */
  create(user: NewUser, by?: Actor): Promise<UserView>;
  /** @throws AppError `not-found`; `conflict` when no admin would be left. */
  update(id: string, changes: UserChanges, by?: Actor): Promise<UserView>;
  /** Ends the user's sessions too. @throws AppError `not-found`; `conflict` when no admin would be left. */
  remove(id: string, by?: Actor): Promise<void>;
}

/** A transaction answers the same calls as the database. */
type Writer = Pick<Orm, 'insert' | 'select' | 'update' | 'delete'>;

const COLUMNS = { id: users.id, name: users.name, email: users.email, role: users.role, createdAt: users.createdAt };

const SUITE: Actor = { kind: 'system' };

export function createUsers(orm: Orm, audit: AuditLog): Users {
  return {
    async list() {
      const rows = await orm.select(COLUMNS).from(users).orderBy(users.createdAt, users.id);
      return rows.map(toView);
    },

    async create(user, actor = SUITE) {
      const passwordHash = await hashPassword(user.password);
      return orm.transaction(async (tx) => {
        const created = await insertUser(tx, user, passwordHash);
        const { id: subject, role } = created;
        await audit.record({ actor, action: 'user.created', subject, detail: { role } }, tx);
        return created;
      });
    },

    async update(id, { name, role, password }, actor = SUITE) {
      // Hashed before the transaction: the embedded database has one connection, and everybody would wait.
      const passwordHash = password === undefined ? undefined : await hashPassword(password);
      return orm.transaction(async (tx) => {
        if (role === 'viewer') await keepAnAdmin(tx, id);
        const [before = missing()] = await tx.select(COLUMNS).from(users).where(eq(users.id, id)).for('update');
        if (passwordHash !== undefined) await replacePassword(tx, id, passwordHash);
        const changed = { ...(name !== undefined && { name }), ...(role !== undefined && { role }) };
        const [row] = await tx
          .update(users)
          .set({ ...changed, updatedAt: new Date() })
          .where(eq(users.id, id))
          .returning(COLUMNS);
        const detail = changesOf(before, { name, role, password });
        await audit.record({ actor, action: 'user.changed', subject: id, detail }, tx);
        return toView(row ?? missing());
      });
    },

    async remove(id, actor = SUITE) {
      await orm.transaction(async (tx) => {
        await keepAnAdmin(tx, id);
        const [gone = missing()] = await tx.delete(users).where(eq(users.id, id)).returning(COLUMNS);
        await audit.record({ actor, action: 'user.removed', subject: id, detail: { role: gone.role } }, tx);
      });
    },
  };
}

/**
 * Writes a user and the password that better-auth will look for.
 *
 * @throws AppError `conflict` when the address is taken.
 */
export async function insertUser(
  tx: Writer,
  { name, email, role }: Omit<NewUser, 'password'>,
  passwordHash: string,
): Promise<UserView> {
  const id = randomUUID();
  const [row] = await tx
    .insert(users)
    .values({ id, name, email, role })
    .onConflictDoNothing({ target: users.email })
    .returning(COLUMNS);
  if (!row)
    throw new AppError('conflict', 'Somebody with this e-mail address exists already', { code: 'users.exists' });
  await tx
    .insert(userAccounts)
    .values({ id: randomUUID(), userId: id, accountId: id, providerId: 'credential', password: passwordHash });
  return toView(row);
}

/** The row locks make two admins who demote each other at the same moment take turns; the second is refused. */
async function keepAnAdmin(tx: Writer, id: string): Promise<void> {
  const admins = await tx
    .select({ id: users.id })
    .from(users)
    .where(eq(users.role, 'admin'))
    .orderBy(users.id)
    .for('update');
  if (admins.length === 1 && admins[0]?.id === id)
    throw new AppError('conflict', 'This is the last admin. Make somebody else an admin first', {
      code: 'users.last-admin',
      retryable: false,
    });
}

/** What changed, and roles by name; never the new name or password themselves. */
function changesOf(before: Pick<UserView, 'name' | 'role'>, { name, role, password }: UserChanges) {
  const changed = [
    ...(name !== undefined && name !== before.name ? ['name'] : []),
    ...(role !== undefined && role !== before.role ? ['role'] : []),
    ...(password === undefined ? [] : ['password']),
  ];
  return { changed, ...(changed.includes('role') && role && { from: before.role, to: role }) };
}

async function replacePassword(tx: Writer, userId: string, password: string): Promise<void> {
  await tx
    .update(userAccounts)
    .set({ password, updatedAt: new Date() })
    .where(and(eq(userAccounts.userId, userId), eq(userAccounts.providerId, 'credential')));
  await tx.delete(sessions).where(eq(sessions.userId, userId));
}

function missing(): never {
  throw new AppError('not-found', 'There is no such user', { code: 'users.not-found' });
}

function toView(row: Omit<UserView, 'createdAt'> & { createdAt: Date }): UserView {
  return { ...row, createdAt: row.createdAt.toISOString() };
}
