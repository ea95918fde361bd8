import type { ConnectStep, InstallationState } from '@draftsmith/contracts';
import type { Orm } from '@draftsmith/database';
import { installations } from '@draftsmith/database/schema';
import { and, asc, eq, ne, type SQL, sql } from 'drizzle-orm';

export interface AccountKey {
  connector: string;
  account: string;
}

export interface ProgressStep {
  step: ConnectStep;
  state: 'todo' | 'running' | 'done' | 'failed';
  detail?: string;
  fix?: string;
}

/** An account that was connected. Nothing in it is secret. */
export interface Installation extends AccountKey {
  way: 'oauth' | 'client-credentials';
  state: InstallationState;
  given: Readonly<Record<string, string>>;
  identity: string | null;
  artefacts: Readonly<Record<string, string>>;
  progress: readonly ProgressStep[];
  tokenEndsAt: Date | null;
  connectedAt: Date | null;
  connectedBy: string | null;
  sidebarSeenAt: Date | null;
  revision: number;
  updatedAt: Date;
}

export type InstallationChange = Partial<Omit<Installation, keyof AccountKey | 'revision' | 'updatedAt'>>;

export interface Installations {
  list(): Promise<Installation[]>;
  find(key: AccountKey): Promise<Installation | undefined>;
  /** Connects an account, or connects it anew: what was made in the source system before is kept in mind. */
  begin(
    installation: AccountKey & Pick<Installation, 'way' | 'given' | 'connectedBy'>,
    within?: Pick<Orm, 'insert'>,
  ): Promise<Installation>;
  /** Undefined when the account is not connected any more; one that is being removed gets no other state. */
  change(key: AccountKey, change: InstallationChange): Promise<Installation | undefined>;
  /** The app beside a ticket was used. No change that other processes must notice. */
  seen(key: AccountKey): Promise<void>;
  remove(key: AccountKey, within?: Pick<Orm, 'delete'>): Promise<void>;
}

export function createInstallations(orm: Orm, now: () => Date = () => new Date()): Installations {
  return {
    async list() {
      const rows = await orm
        .select()
        .from(installations)
        .orderBy(asc(installations.connector), asc(installations.account));
      return rows.map(toInstallation);
    },
    async find(key) {
      const [row] = await orm.select().from(installations).where(isOf(key));
      return row && toInstallation(row);
    },
    async begin({ connector, account, way, given, connectedBy }, within = orm) {
      const set = {
        way,
        given: { ...given },
        connectedBy,
        state: 'connecting' as const,
        progress: [],
        updatedAt: now(),
      };
      const [row] = await within
        .insert(installations)
        .values({ connector, account, ...set })
        .onConflictDoUpdate({
          target: [installations.connector, installations.account],
          // A renewal of the old tokens that is under way must not keep the new ones waiting.
          set: { ...set, ...NEXT, renewingBy: null, renewingUntil: null },
        })
        .returning();
      return toInstallation(row as Row);
    },
    async change(key, { artefacts, given, progress, ...change }) {
      const json = {
        ...(artefacts && { artefacts: { ...artefacts } }),
        ...(given && { given: { ...given } }),
        ...(progress && { progress: progress.map((step) => ({ ...step })) }),
      };
      const [row] = await orm
        .update(installations)
        .set({ ...change, ...json, ...NEXT, updatedAt: now() })
        .where(and(isOf(key), staysRemoved(change.state)))
        .returning();
      return row && toInstallation(row);
    },
    async seen(key) {
      await orm.update(installations).set({ sidebarSeenAt: now() }).where(isOf(key));
    },
    async remove(key, within = orm) {
      await within.delete(installations).where(isOf(key));
    },
  };
}

const NEXT = { revision: sql`${installations.revision} + 1` };

/** A set-up or a renewal that ends meanwhile must not bring an account back that somebody takes away. */
function staysRemoved(next: InstallationState | undefined): SQL | undefined {
  return next === undefined || next === 'removing' ? undefined : ne(installations.state, 'removing');
}

type Row = typeof installations.$inferSelect;

function toInstallation({ renewingBy: _, renewingUntil: __, progress, ...row }: Row): Installation {
  return { ...row, progress: progress as unknown as ProgressStep[] };
}

export function isOf({ connector, account }: AccountKey) {
  return and(eq(installations.connector, connector), eq(installations.account, account));
}
