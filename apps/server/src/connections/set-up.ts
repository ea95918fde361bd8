import type { ConnectProgress, ConnectStep } from '@draftsmith/contracts';
import { type AppError, toAppError } from '@draftsmith/errors';
import { type AccountKey, secretNames } from '@draftsmith/installations';
import type { ConnectionsDeps } from './connections-deps.ts';
import { createSetUpProgress, isDone } from './set-up-progress.ts';
import { createSetUpWork } from './set-up-work.ts';

/** Milliseconds for all of it. */
const PATIENCE = 120_000;

export interface SetUp {
  progress(key: AccountKey): Promise<ConnectProgress>;
  /** Does what is not done yet. Resolves when it is under way; `ended` when it is over, however. */
  start(key: AccountKey): Promise<{ ended: Promise<ConnectProgress> }>;
  /** Makes right in the source system what is not as it was made. */
  repair(key: AccountKey): Promise<void>;
  test(key: AccountKey): Promise<{ ok: boolean; detail: string }>;
  /** A draft was written to try it. */
  drafted(key: AccountKey): Promise<void>;
}

export function createSetUp(deps: ConnectionsDeps): SetUp {
  const progress = createSetUpProgress(deps);
  const work = createSetUpWork(deps, progress);
  const running = new Map<string, Promise<ConnectProgress>>();

  async function doWhatIsLeft(key: AccountKey, signal: AbortSignal): Promise<void> {
    const before = await progress.read(key);
    const isLeft = (step: ConnectStep) => before.steps.some((one) => one.step === step) && !isDone(before, step);
    const made: readonly ConnectStep[] = ['webhook', 'trigger', 'secret'];
    if (made.some(isLeft)) await work.provisionInSteps(key, signal);
    if (isLeft('test'))
      await progress.during(key, 'test', async () => {
        const { ok, detail } = await work.sendTest(key, signal);
        if (!ok) throw new TestFailed(detail);
        return detail;
      });
    const read = await deps.knowledgeOf(key);
    if (isLeft('knowledge') || read?.problem)
      await progress.during(key, 'knowledge', async () => void (await deps.readKnowledge?.(key)));
    const { connectedAt } = await progress.find(key);
    await deps.installations.change(key, { state: 'ready', connectedAt: connectedAt ?? deps.now() });
  }

  async function run(key: AccountKey): Promise<ConnectProgress> {
    try {
      await doWhatIsLeft(key, AbortSignal.timeout(PATIENCE));
    } catch (thrown) {
      await markFailed(key, thrown);
    }
    return progress.read(key);
  }

  async function markFailed(key: AccountKey, thrown: unknown): Promise<void> {
    const { steps } = await progress.read(key);
    const step = steps.find(({ state }) => state === 'running')?.step ?? 'webhook';
    if (thrown instanceof TestFailed)
      return progress.mark(key, step, { state: 'failed', detail: thrown.message, fix: NOT_REACHED });
    const error = toAppError(thrown);
    if (error.code === 'unexpected') deps.logger.error('Setting an account up broke', { ...key, error });
    await progress.mark(key, step, { state: 'failed', detail: error.message, fix: fixOf(step, error, deps.publicUrl) });
  }

  return {
    progress: progress.read,
    async start(key) {
      const name = secretNames(key).oauth;
      const before = await progress.read(key);
      const here = running.get(name);
      if (here) return { ended: here };
      // Another process is at it.
      if (before.steps.some(({ state }) => state === 'running')) return { ended: Promise.resolve(before) };
      const ended = run(key).finally(() => running.delete(name));
      running.set(name, ended);
      // It was removed meanwhile, and nobody may be waiting.
      ended.catch((error) => deps.logger.warn('An account that was being set up is gone', { ...key, error }));
      return { ended };
    },
    async repair(key) {
      await work.provision(key, AbortSignal.timeout(PATIENCE));
    },
    test: (key) => work.sendTest(key, AbortSignal.timeout(PATIENCE)),
    async drafted(key) {
      if (await deps.installations.find(key)) await progress.mark(key, 'draft', { state: 'done' });
    },
  };
}

class TestFailed extends Error {}

const NOT_REACHED =
  'Look whether the address of the webhook leads to this server from outside: DRAFTSMITH_URL, DNS, certificate, proxy';

function fixOf(step: ConnectStep, { kind }: AppError, publicUrl: string): string {
  if (kind === 'auth') return 'Connect the account again';
  if (kind === 'permission') return 'Connect the account again as an admin, and allow all that is asked for';
  if (kind === 'invalid' && !publicUrl.startsWith('https:'))
    return 'Webhooks go to https addresses only: set DRAFTSMITH_URL to the one by which this server is reached from outside';
  return step === 'test' ? NOT_REACHED : 'Try again in a moment';
}
