import { setTimeout as pauseFor } from 'node:timers/promises';
import type { ConnectStep, Provisioned } from '@draftsmith/contracts';
import { toAppError } from '@draftsmith/errors';
import { type AccountKey, secretNames } from '@draftsmith/installations';
import { type ConnectionsDeps, endpointOf } from './connections-deps.ts';
import { notConnected } from './not-connected.ts';
import { type OpenInstallation, readProvisioned } from './open-installation.ts';
import type { SetUpProgress } from './set-up-progress.ts';

/** Other processes learn of a new account within two seconds, and one of them may get the test. */
const [TEST_TRIES, TEST_PAUSE] = [5, 1_500];

/** What is done in the source system while an account is set up. */
export interface SetUpWork {
  provision(key: AccountKey, signal: AbortSignal): Promise<Provisioned>;
  /** The same, marked step by step. */
  provisionInSteps(key: AccountKey, signal: AbortSignal): Promise<void>;
  sendTest(key: AccountKey, signal: AbortSignal): Promise<{ ok: boolean; detail: string }>;
}

export function createSetUpWork(deps: ConnectionsDeps, progress: SetUpProgress): SetUpWork {
  const { installations, accounts, secrets } = deps;

  async function opened({ connector, account }: AccountKey): Promise<OpenInstallation> {
    const known = accounts.opened(connector, account);
    if (known) return known;
    await accounts.reload();
    const found = accounts.opened(connector, account);
    if (!found) throw notConnected(deps, { connector, account });
    return found;
  }

  async function provision(key: AccountKey, signal: AbortSignal, onStep?: (step: ConnectStep) => void) {
    const { install, settings, ports } = await opened(key);
    const { artefacts: known } = await progress.find(key);
    const context = { endpoint: endpointOf(deps, key.connector, key.account), known, ...(onStep && { onStep }) };
    const made = await install.provision(settings, ports, context, signal);
    // The secrets first: a webhook that we remember and cannot verify would lose what it brings.
    await secrets.put(secretNames(key).signing, JSON.stringify(made.secrets));
    const row = await installations.change(key, { artefacts: made.artefacts });
    if (!row || row.state === 'removing') {
      await undo(key, () => install.remove(settings, ports, made, signal));
      throw notConnected(deps, key);
    }
    await accounts.reload();
    return made;
  }

  /** Whoever takes the account away meanwhile does not know of what was made just now. */
  async function undo(key: AccountKey, remove: () => Promise<{ left: readonly string[] }>): Promise<void> {
    await secrets.delete(secretNames(key).signing);
    const { left } = await remove().catch((thrown: unknown) => ({ left: [toAppError(thrown).message] }));
    if (left.length > 0)
      deps.logger.warn('An account was removed while it was set up; this is left there', {
        ...key,
        left: left.join('; '),
      });
  }

  return {
    provision,
    async provisionInSteps(key, signal) {
      let current: ConnectStep = 'webhook';
      let marking = progress.mark(key, current, { state: 'running' });
      const onStep = (step: ConnectStep) => {
        if (step === current) return;
        const before = current;
        current = step;
        marking = marking
          .then(() => progress.mark(key, before, { state: 'done' }))
          .then(() => progress.mark(key, step, { state: 'running' }));
      };
      try {
        await provision(key, signal, onStep);
      } finally {
        // In order, also before a failure is marked.
        await marking;
      }
      await progress.mark(key, current, { state: 'done' });
    },
    async sendTest(key, signal) {
      const { install, settings, ports } = await opened(key);
      const made = await readProvisioned(await progress.find(key), secrets);
      const endpoint = endpointOf(deps, key.connector, key.account);
      for (let attempt = 1; ; attempt++) {
        const result = await install.sendTest(settings, ports, made, { endpoint }, signal);
        const isUnknownYet = result.status === 401 || result.status === 404;
        if (result.ok || !isUnknownYet || attempt === TEST_TRIES) return result;
        await pauseFor(TEST_PAUSE, undefined, { signal });
      }
    },
  };
}
