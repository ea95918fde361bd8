import type { ConnectorInstall } from '@draftsmith/contracts';
import { API_TOKENS_END } from '../facts.ts';
import { zendeskOAuth } from '../oauth/oauth.ts';
import { connectedSchema, type ZendeskSettings } from '../settings.ts';
import { createAdminApi } from './admin-api.ts';
import { TEST_PAYLOAD } from './definitions.ts';
import { diagnose } from './diagnose.ts';
import { provision } from './provision.ts';
import { removeArtefacts } from './remove.ts';

/** How an account is connected without settings: OAuth, then webhooks and triggers by API. */
export const install: ConnectorInstall<ZendeskSettings> = {
  form: { schema: connectedSchema, fields: ['subdomain'] },
  oauth: zendeskOAuth,
  globalClient: ({ globalClient }) => globalClient,
  endsOn: ({ credentials }) => (credentials.kind === 'api-token' ? API_TOKENS_END : undefined),

  provision: (settings, ports, context, signal) => provision(createAdminApi(settings, ports, signal), context),

  async sendTest(settings, ports, { artefacts }, { endpoint }, signal) {
    const webhook = artefacts.webhook;
    if (webhook === undefined) return { ok: false, status: undefined, detail: 'There is no webhook yet' };
    const status = await createAdminApi(settings, ports, signal).testWebhook(webhook, endpoint, TEST_PAYLOAD);
    const ok = status >= 200 && status < 300;
    return { ok, status, detail: ok ? 'Zendesk reached us, and we knew its signature' : whatCameBack(status) };
  },

  diagnose: (settings, ports, made, context, signal) =>
    diagnose({ api: createAdminApi(settings, ports, signal), settings, made, context, now: ports.now }),

  async remove(settings, ports, { artefacts }, signal) {
    return { left: await removeArtefacts(createAdminApi(settings, ports, signal), artefacts) };
  },
};

function whatCameBack(status: number): string {
  if (status === 401) return 'Zendesk reached us, but the signature of its test was not the one of this webhook';
  if (status === 404) return 'Something answered at our address that does not know this account';
  return `Zendesk got the status ${status} from our address`;
}
