import type { Diagnosis } from '@draftsmith/contracts';
import { toAppError } from '@draftsmith/errors';
import type { Logger } from '@draftsmith/logger';
import type { RawSettings } from '@draftsmith/settings';
import { findKeyRing } from '../secrets/open-key-ring.ts';
import type { ServerSettings } from '../settings.ts';
import { hasDatabase, withConnections } from './connect/with-connections.ts';

export interface ConnectionFinding {
  check: string;
  ok: boolean;
  detail: string;
  fix?: string;
}

/**
 * What each account rests on: scopes, webhooks, triggers, secrets, deliveries, clock. Asked of the server where one runs.
 * Nothing where no account can have been connected yet.
 */
export async function connectionFindings(
  source: RawSettings,
  settings: ServerSettings,
  logger: Logger,
): Promise<ConnectionFinding[]> {
  // Keys are made by the first start, and without them nothing was ever connected. Who only looks makes none.
  if (!findKeyRing(settings) || !(await hasDatabase(settings))) return [];
  try {
    return await withConnections(source, logger, async ({ ask }) => {
      const { connections } = await ask('list', {});
      const views = await Promise.all(
        connections.map(({ connector, account }) => ask('diagnose', { connector, account })),
      );
      return views.flatMap(({ connector, account, findings }) =>
        findings.map((finding) => toFinding(`${connector} ${account}`, finding)),
      );
    });
  } catch (thrown) {
    return [{ check: 'connections', ok: false, detail: toAppError(thrown).message }];
  }
}

function toFinding(account: string, { check, ok, detail, fix, repairable }: Diagnosis): ConnectionFinding {
  const where = repairable ? ' (in the console, Connections; or run connect again)' : '';
  return { check: `${account}, ${check}`, ok, detail, ...(fix && { fix: `${fix}${where}` }) };
}
