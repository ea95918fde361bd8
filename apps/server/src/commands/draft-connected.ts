import { AppError } from '@draftsmith/errors';
import type { Logger } from '@draftsmith/logger';
import type { CommandEnvironment } from '../cli.ts';
import { findKeyRing } from '../secrets/open-key-ring.ts';
import { readServerSettings } from '../settings.ts';
import { hasDatabase, withConnections } from './connect/with-connections.ts';

/**
 * A dry run for an account that was connected, by the server where one runs. To write notes is the server's: it knows what
 * it wrote already.
 *
 * @returns false when no such account was connected
 */
export async function draftConnected(
  { raw, out, say }: CommandEnvironment,
  { connector, resource, dryRun, json }: { connector: string; resource: string; dryRun?: boolean; json?: boolean },
  logger: Logger,
): Promise<boolean> {
  const source = await raw();
  const settings = readServerSettings(source);
  // Without keys nothing was ever connected, and a look makes none.
  if (!findKeyRing(settings) || !(await hasDatabase(settings))) return false;
  return withConnections(source, logger, async ({ ask }) => {
    const { connections } = await ask('list', {});
    const found = connections.find((one) => one.connector === connector && one.way !== 'environment');
    if (!found) return false;
    if (!dryRun)
      throw new AppError(
        'invalid',
        'For an account that was connected the server writes the notes: add --dry-run to see a draft',
        {
          code: 'draft.connected',
        },
      );
    const view = await ask('dry-run', { connector, account: found.account, resourceId: resource });
    if (view.state === 'failed')
      throw new AppError('unavailable', view.message ?? 'No draft', { code: 'draft.failed' });
    if (json) out(JSON.stringify({ outcome: view.text === undefined ? 'skipped' : 'drafted', ...view }, null, 2));
    else if (view.text === undefined) say(`No draft: ${view.message ?? view.reason ?? 'no reason given'}`);
    else {
      out(view.text);
      say('\n-- nothing was written back');
    }
    return true;
  });
}
