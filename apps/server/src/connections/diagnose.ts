import type { Diagnosis, DiagnosisView, Provisioned } from '@draftsmith/contracts';
import { toAppError } from '@draftsmith/errors';
import type { AccountKey } from '@draftsmith/installations';
import { type ConnectionsDeps, endpointOf } from './connections-deps.ts';
import { notConnected } from './not-connected.ts';
import { readProvisioned } from './open-installation.ts';

/** Milliseconds for all looks together. */
const PATIENCE = 30_000;

type DiagnoseDeps = Pick<
  ConnectionsDeps,
  'configured' | 'connectors' | 'accounts' | 'installations' | 'secrets' | 'publicUrl' | 'portsFor'
>;

/** Looks at all that an account rests on, also at one that settings connect. */
export async function diagnoseAccount(deps: DiagnoseDeps, key: AccountKey): Promise<DiagnosisView> {
  const { connector, account } = key;
  const findings = await lookAt(deps, key).catch((thrown: unknown): Diagnosis[] => {
    const error = toAppError(thrown);
    if (error.code === 'connections.unknown') throw error;
    const fix = error.kind === 'auth' ? 'Connect the account again' : 'Try again in a moment';
    return [{ check: 'connection', ok: false, detail: error.message, fix }];
  });
  return { connector, account, findings };
}

async function lookAt(deps: DiagnoseDeps, { connector, account }: AccountKey): Promise<readonly Diagnosis[]> {
  const context = { endpoint: endpointOf(deps, connector, account) };
  const signal = AbortSignal.timeout(PATIENCE);
  const fixed = deps.configured.find((one) => one.descriptor.id === connector && one.account === account);
  if (fixed) {
    const secret = fixed.descriptor.settings.webhookSecret(fixed.settings);
    const made: Provisioned = { artefacts: {}, secrets: { ...(secret !== undefined && { webhook: secret }) } };
    const { install } = fixed.descriptor;
    const found =
      (await install?.diagnose(fixed.settings, deps.portsFor(connector, account), made, context, signal)) ?? [];
    // An agent's token is enough for drafting; what only an admin may look at is then not looked at.
    const isAdmin = found.some(({ check, ok }) => check === 'role' && ok);
    const seen = found.filter(({ check }) => isAdmin || (check !== 'role' && check !== 'webhook'));
    // What settings connect was made by hand, and so it is mended.
    return seen.map(({ repairable: _, ...finding }) => finding);
  }
  const row = await deps.installations.find({ connector, account });
  const opened = deps.accounts.opened(connector, account);
  if (!row || !opened) throw notConnected(deps, { connector, account });
  const made = await readProvisioned(row, deps.secrets);
  return opened.install.diagnose(opened.settings, opened.ports, made, context, signal);
}
