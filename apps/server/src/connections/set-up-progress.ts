import type { ConnectProgress, ConnectStep } from '@draftsmith/contracts';
import type { AccountKey, Installation, ProgressStep } from '@draftsmith/installations';
import type { ConnectionsDeps } from './connections-deps.ts';
import { notConnected } from './not-connected.ts';

const ALL_STEPS: readonly Exclude<ConnectStep, 'authorise'>[] = [
  'webhook',
  'trigger',
  'secret',
  'test',
  'knowledge',
  'draft',
];

/** What there is to set up in this source system. */
export function stepsOf(deps: Pick<ConnectionsDeps, 'connectors'>, connector: string): readonly ConnectStep[] {
  return ['authorise', ...(deps.connectors.find(({ id }) => id === connector)?.install?.steps ?? ALL_STEPS)];
}

/** A process that was killed leaves a step running; after this long it counts as interrupted. */
const SILENCE = 150_000;

/** Where setting an account up stands. It is in the database: a reload, a restart, another process find it there. */
export interface SetUpProgress {
  find(key: AccountKey): Promise<Installation>;
  read(key: AccountKey): Promise<ConnectProgress>;
  mark(key: AccountKey, step: ConnectStep, change: Omit<ProgressStep, 'step'>): Promise<void>;
  /** Runs one step and says that it is done, with what it gives. A failure is for the caller to mark. */
  during(key: AccountKey, step: ConnectStep, work: () => Promise<string | undefined>): Promise<void>;
}

export function createSetUpProgress(
  deps: Pick<ConnectionsDeps, 'installations' | 'configured' | 'connectors' | 'now'>,
): SetUpProgress {
  const self: SetUpProgress = {
    async find(key) {
      const found = await deps.installations.find(key);
      if (!found) throw notConnected(deps, key);
      return found;
    },
    read: async (key) => toProgress(await self.find(key), stepsOf(deps, key.connector), deps.now()),
    async mark(key, step, change) {
      const { steps } = await self.read(key);
      await deps.installations.change(key, {
        progress: steps.map((one) => (one.step === step ? { step, ...change } : one)),
      });
    },
    async during(key, step, work) {
      await self.mark(key, step, { state: 'running' });
      const detail = await work();
      await self.mark(key, step, { state: 'done', ...(detail && { detail }) });
    },
  };
  return self;
}

export function isDone({ steps }: ConnectProgress, step: ConnectStep): boolean {
  return steps.some((one) => one.step === step && one.state === 'done');
}

function toProgress(
  { connector, account, progress, updatedAt }: Installation,
  wanted: readonly ConnectStep[],
  now: Date,
): ConnectProgress {
  const known = new Map(progress.map((one) => [one.step, one]));
  const isSilent = now.getTime() - updatedAt.getTime() > SILENCE;
  const steps = wanted.map((step): ProgressStep => {
    const one = known.get(step) ?? { step, state: step === 'authorise' ? 'done' : 'todo' };
    return one.state === 'running' && isSilent ? { step, state: 'failed', ...INTERRUPTED } : one;
  });
  return {
    connector,
    account,
    steps,
    finished: steps.every(({ step, state }) => step === 'draft' || state === 'done'),
  };
}

const INTERRUPTED = {
  detail: 'The server stopped in the middle of it',
  fix: 'Try again: what was made is found',
};
