import { createHmac } from 'node:crypto';
import { connectorContract } from '@draftsmith/connector-testing';
import { signDelivery } from '@draftsmith/webhooks/sign';
import { verifyDelivery } from '@draftsmith/webhooks/verify';
import { SIGNATURE_TOLERANCE_MS } from './facts.ts';
import { hubspot } from './index.ts';
import { DEAL, dealRef, PORTAL, settingsFor, startAccount } from './testing/account.ts';

const accessToken = 'pat-na1-7d1c-contract';
const clientSecret = 'f6e94c08-contract-secret';
const TIMESTAMP = 'x-hubspot-request-timestamp';

const stageChange = {
  eventId: 4101286121,
  subscriptionId: 7562680,
  portalId: PORTAL,
  appId: 50780459,
  occurredAt: 1787843156000,
  subscriptionType: 'deal.propertyChange',
  attemptNumber: 0,
  objectId: Number(DEAL),
  propertyName: 'dealstage',
  propertyValue: 'presentationscheduled',
  changeSource: 'CRM_UI',
  sourceId: 'userId:882761034',
};
const batch = (change: object = {}) => ({ body: JSON.stringify([{ ...stageChange, ...change }]) });

connectorContract(hubspot, {
  verify: verifyDelivery,
  sign: signDelivery,
  ownScheme: {
    signatureHeader: 'x-hubspot-signature-v3',
    timestamp: { header: TIMESTAMP, format: 'unix-ms', toleranceMs: SIGNATURE_TOLERANCE_MS },
    // The documented string, put together apart from the connector's own.
    sign: ({ method, url, body, headers }, secret) =>
      createHmac('sha256', secret)
        .update(`${method}${url}${Buffer.from(body).toString('utf8')}${headers[TIMESTAMP]}`)
        .digest('base64'),
  },
  now: new Date('2026-11-20T10:00:00Z'),
  settings: hubspot.settings.schema.parse({ portalId: String(PORTAL), accessToken, clientSecret }),
  secrets: [accessToken, clientSecret],
  deliveries: {
    event: { ...batch(), resource: { type: 'deal', id: DEAL } },
    ownWrite: batch({ changeSource: 'INTEGRATION', sourceId: '50780459' }),
    unknown: batch({ subscriptionType: 'deal.teleported' }),
  },
  async openAccount() {
    const simulator = await startAccount();
    return {
      settings: settingsFor(simulator),
      resource: dealRef(),
      // One note of a rep lies there from the beginning.
      artefacts: () => simulator.portal(PORTAL).state.notes(DEAL).length,
      close: () => simulator.close(),
    };
  },
});
