import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { AuditLog } from '@draftsmith/audit';
import type { Orm } from '@draftsmith/database';
import { setupLinks, users } from '@draftsmith/database/schema';
import { AppError } from '@draftsmith/errors';
import { hashPassword } from 'better-auth/crypto';
import { and, eq, isNull } from 'drizzle-orm';
import { insertUser, type NewUser } from './users.ts';

const VALID_MS = 24 * 60 * 60 * 1000;

export type SetupToken = 'valid' | 'expired' | 'used' | 'unknown';

/** The way in on the first start: who can read the server's output becomes the first admin. */
export interface Setup {
  /** A fresh one-time link, replacing any before it; null when there is an admin. */
  ensureLink(): Promise<string | null>;
  check(token: string): Promise<SetupToken>;
  /**
   * Makes the first admin and burns the token, both or neither; of several at the same time one wins.
   *
   * @throws AppError `permission` with code `setup.unknown`, `setup.expired` or `setup.used`.
   */
  complete(token: string, admin: Omit<NewUser, 'role'>): Promise<void>;
}

type Link = typeof setupLinks.$inferSelect;

export function createSetup(orm: Orm, origin: string, now: () => Date, audit: AuditLog): Setup {
  const readLink = async (): Promise<Link | undefined> => (await orm.select().from(setupLinks))[0];

  return {
    async ensureLink() {
      if (await hasAdmin(orm)) return null;
      const token = randomBytes(32).toString('base64url');
      const link = { tokenHash: hash(token), expiresAt: new Date(now().getTime() + VALID_MS), usedAt: null };
      await orm
        .insert(setupLinks)
        .values({ id: 1, ...link })
        .onConflictDoUpdate({ target: setupLinks.id, set: link });
      return `${origin}/setup?token=${token}`;
    },

    async check(token) {
      const state = judge(await readLink(), token, now());
      return state === 'valid' && (await hasAdmin(orm)) ? 'used' : state;
    },

    async complete(token, { password, ...admin }) {
      const before = judge(await readLink(), token, now());
      if (before !== 'valid') refuse(before);
      const passwordHash = await hashPassword(password);
      await orm.transaction(async (tx) => {
        const burned = await tx
          .update(setupLinks)
          .set({ usedAt: now() })
          .where(and(eq(setupLinks.tokenHash, hash(token)), isNull(setupLinks.usedAt)))
          .returning({ id: setupLinks.id });
        // The second look at the admins: another process may have printed a link while the first was being used.
        if (burned.length === 0 || (await hasAdmin(tx))) refuse('used');
        const { id, name } = await insertUser(tx, { ...admin, role: 'admin' }, passwordHash);
        await audit.record({ actor: { kind: 'user', id, name }, action: 'setup.completed', subject: id }, tx);
      });
    },
  };
}

async function hasAdmin(orm: Pick<Orm, 'select'>): Promise<boolean> {
  const rows = await orm.select({ id: users.id }).from(users).where(eq(users.role, 'admin')).limit(1);
  return rows.length > 0;
}

function judge(link: Link | undefined, token: string, at: Date): SetupToken {
  if (!link || !timingSafeEqual(Buffer.from(link.tokenHash), Buffer.from(hash(token)))) return 'unknown';
  if (link.usedAt) return 'used';
  return link.expiresAt <= at ? 'expired' : 'valid';
}

function hash(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

const REFUSALS: Record<Exclude<SetupToken, 'valid'>, string> = {
  unknown: 'This set-up link is not right. Copy it again from the output of the last start',
  expired: 'This set-up link is older than a day. Restart the server to get a new one',
  used: 'This set-up link was used already. Sign in instead',
};

function refuse(state: Exclude<SetupToken, 'valid'>): never {
  throw new AppError('permission', REFUSALS[state], { code: `setup.${state}` });
}
