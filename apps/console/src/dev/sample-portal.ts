import type { ConnectionView, ConnectorOffer, ConnectStep, Diagnosis, ScopeReason } from '@draftsmith/contracts';

/** Of the CRM: webhooks, card and workflow step come with the app. */
export const DEAL_STEPS: readonly ConnectStep[] = ['authorise', 'draft'];

/** An account of the CRM: it is asked for nothing but consent. */
export function newPortal(account: string): ConnectionView {
  return {
    account,
    ...{ way: 'oauth', state: 'connecting', identity: null },
    ...{ connector: 'hubspot', title: 'HubSpot', draftsAs: 'document' as const },
    endpoint: 'https://drafts.larkspur.example/hooks/hubspot',
    ...{ connectedAt: null, connectedBy: null, tokenEndsAt: null, legacyEndsOn: null },
    ...{ knowledge: null, sidebar: null },
  };
}

/** One that works. */
export function samplePortal(ago: (hours: number) => string): ConnectionView {
  return {
    ...newPortal('4471190'),
    ...{ state: 'ready', identity: 'Larkspur Lights (larkspur.example)' },
    ...{ connectedAt: ago(90), connectedBy: 'Ines Moreau', tokenEndsAt: ago(-0.3) },
  };
}

export function portalOffer(globalClient: boolean): ConnectorOffer {
  return {
    ...{ connector: 'hubspot', title: 'HubSpot', draftsAs: 'document', fields: [] },
    scopes: DEAL_SCOPES,
    redirectUri: 'https://drafts.larkspur.example/connect/callback',
    globalClient,
  };
}

export function sampleDealDiagnosis(): Diagnosis[] {
  return [
    { check: 'account', ok: true, detail: 'HubSpot answers, for the account 4471190' },
    { check: 'scopes', ok: true, detail: 'The token has every scope that is asked for' },
    { check: 'clock', ok: true, detail: 'The clock here agrees with that of HubSpot' },
    {
      check: 'signing-secret',
      ok: false,
      detail: 'Whatever HubSpot sends is refused: the secret that it signs with is not set',
      fix: 'Set HUBSPOT_CLIENT_SECRET to the client secret of the app (project > app > Auth)',
    },
    { check: 'endpoint', ok: true, detail: 'The address is one that HubSpot can call' },
  ];
}

const DEAL_SCOPES: readonly ScopeReason[] = [
  {
    scope: 'crm.objects.deals.read',
    reason: {
      en: 'To read the deal that a proposal is for. Deals are never changed.',
      ru: 'Чтобы читать сделку, для которой готовится предложение. Сделки никогда не изменяются.',
    },
  },
  {
    scope: 'crm.objects.line_items.read',
    reason: {
      en: 'To read its line items: every price in a proposal comes from there.',
      ru: 'Чтобы читать позиции сделки: каждая цена в предложении берётся оттуда.',
    },
  },
  {
    scope: 'files',
    reason: {
      en: 'To put the proposal into the file manager, as a private file.',
      ru: 'Чтобы положить предложение в файловый менеджер закрытым файлом.',
    },
  },
];
