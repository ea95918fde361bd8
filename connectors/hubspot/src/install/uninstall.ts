import { isAppError, toAppError } from '@draftsmith/errors';
import type { HubSpotClient } from '../client.ts';
import { PATHS } from '../facts.ts';

/**
 * Takes the app out of the account, with all of its tokens; HubSpot tells its admins by mail. An admin who was faster is no
 * error.
 *
 * @returns what could not be removed, as a person finds it in HubSpot
 */
export async function uninstall(client: Pick<HubSpotClient, 'send'>, signal: AbortSignal): Promise<string[]> {
  try {
    await client.send({ method: 'DELETE', path: PATHS.uninstall }, signal);
    return [];
  } catch (thrown) {
    if (isGone(thrown)) return [];
    return [`the app, under Settings > Integrations > Connected Apps (${toAppError(thrown).message})`];
  }
}

/** HubSpot does not tell of an uninstallation: the token is refused, and cannot be renewed any more. */
function isGone(thrown: unknown): boolean {
  if (!isAppError(thrown)) return false;
  return thrown.status === 401 || thrown.code === 'resource-gone' || thrown.code === 'installations.reconnect';
}
