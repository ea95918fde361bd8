import { type AppError, toAppError } from '@draftsmith/errors';
import type { Logger } from '@draftsmith/logger';
import { Router } from 'express';
import type { Connections } from './connections.ts';
import { boundIn, CALLBACK_PATH } from './consent-cookie.ts';

/** Where consent pages send the browser back to. It proves itself by its state and its cookie, and ends on the console. */
export function callbackRoute({ authorising }: Pick<Connections, 'authorising'>, logger: Logger): Router {
  const router = Router();
  router.get(CALLBACK_PATH, async (request, response) => {
    const given = (name: string) => {
      const value = request.query[name];
      return typeof value === 'string' ? value.slice(0, 2_000) : '';
    };
    const home = (query: string) => response.set('cache-control', 'no-store').redirect(303, `/connections?${query}`);
    if (given('error')) return home(`problem=${given('error') === 'access_denied' ? 'denied' : 'client'}`);
    const boundTo = boundIn(request);
    if (boundTo === undefined) return home('problem=state');
    try {
      const { connector, account } = await authorising.complete({
        state: given('state'),
        code: given('code'),
        boundTo,
      });
      home(new URLSearchParams({ connected: `${connector}/${account}` }).toString());
    } catch (thrown) {
      const error = toAppError(thrown);
      logger.warn('An account could not be connected', { error });
      home(`problem=${problemOf(error)}`);
    }
  });
  return router;
}

/** As the console's sentences are named. */
function problemOf({ kind, code }: AppError): string {
  if (code === 'installations.consent' || code === 'oauth.invalid-grant') return 'expired';
  if (code === 'oauth.invalid-client' || kind === 'invalid') return 'client';
  if (kind === 'permission') return 'permission';
  if (code === 'connections.removing') return 'unavailable';
  return kind === 'conflict' ? 'settings' : 'unavailable';
}
