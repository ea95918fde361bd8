import type {
  ConnectionView,
  ConnectorOffer,
  ConnectProgress,
  ConnectStep,
  Diagnosis,
  DryRunView,
  ScopeReason,
} from '@draftsmith/contracts';
import { portalOffer, sampleDealDiagnosis, samplePortal } from './sample-portal.ts';

/** What the stand-in holds of connections; every field may be changed while it runs. */
export interface MockConnections {
  list: ConnectionView[];
  /** By account. */
  progress: Record<string, ConnectProgress>;
  /** The step that fails the next time it is tried. */
  failing: ConnectStep | null;
  consent: 'given' | 'denied';
  globalClient: boolean;
  diagnosis: Diagnosis[];
  /** The same for accounts of the CRM. */
  dealDiagnosis: Diagnosis[];
  /** What disconnecting cannot remove. */
  left: string[];
  runs: Record<string, DryRunView>;
}

export const STEPS: readonly ConnectStep[] = [
  'authorise',
  'webhook',
  'trigger',
  'secret',
  'test',
  'knowledge',
  'draft',
];

const ENDPOINT = 'https://drafts.larkspur.example/hooks/zendesk';

export function newConnection(account: string): ConnectionView {
  return {
    connector: 'zendesk',
    title: 'Zendesk',
    draftsAs: 'internal-note',
    account,
    way: 'oauth',
    state: 'connecting',
    identity: null,
    endpoint: `${ENDPOINT}/${account}`,
    connectedAt: null,
    connectedBy: null,
    tokenEndsAt: null,
    legacyEndsOn: null,
    knowledge: {
      documents: { article: 0, macro: 0, 'past-reply': 0 },
      running: null,
      lastReadAt: null,
      problem: null,
    },
    sidebar: { secretMadeAt: null, lastSeenAt: null },
  };
}

/** One account in each condition: well and reading, to be connected again, unfinished, and set by the server. */
export function sampleConnections(now: Date): MockConnections {
  const ago = (hours: number) => new Date(now.getTime() - hours * 3_600_000).toISOString();
  const larkspur: ConnectionView = {
    ...newConnection('larkspur'),
    state: 'ready',
    identity: 'Ines Moreau <ines@larkspur.example>',
    connectedAt: ago(530),
    connectedBy: 'Ines Moreau',
    tokenEndsAt: ago(-19),
    knowledge: {
      documents: { article: 212, macro: 34, 'past-reply': 1204 },
      running: null,
      lastReadAt: ago(0.4),
      problem: null,
    },
    sidebar: { secretMadeAt: ago(500), lastSeenAt: ago(0.1) },
  };
  const outlet: ConnectionView = { ...structuredClone(larkspur), account: 'larkspur-outlet', state: 'reconnect' };
  const legacy: ConnectionView = {
    ...newConnection('larkspur-archive'),
    way: 'environment',
    state: 'ready',
    identity: 'archive@larkspur.example',
    legacyEndsOn: '2027-04-30',
    sidebar: null,
  };
  return {
    list: [larkspur, outlet, legacy, samplePortal(ago)],
    progress: {},
    failing: null,
    consent: 'given',
    globalClient: false,
    diagnosis: sampleDiagnosis(),
    dealDiagnosis: sampleDealDiagnosis(),
    left: [],
    runs: {},
  };
}

function sampleDiagnosis(): Diagnosis[] {
  return [
    { check: 'role', ok: true, detail: 'The credentials belong to an admin' },
    {
      check: 'scopes',
      ok: false,
      detail: 'The token lacks: triggers:write',
      fix: 'Connect the account again and allow all that is asked for',
    },
    { check: 'webhook', ok: true, detail: 'The webhook is active and sends here' },
    {
      check: 'trigger',
      ok: false,
      detail: 'The trigger “Draftsmith: customer message” is switched off',
      fix: 'Switch it on',
      repairable: true,
    },
    { check: 'signing-secret', ok: true, detail: 'The secret is the one that is stored' },
    { check: 'clock', ok: true, detail: 'The clocks differ by less than a second' },
    { check: 'deliveries', ok: true, detail: 'The last 20 deliveries were accepted' },
  ];
}

const SCOPES: readonly ScopeReason[] = [
  {
    scope: 'read',
    reason: {
      en: 'To read tickets, articles and macros, which drafts rest on.',
      ru: 'Читать тикеты, статьи и макросы, на которых основаны черновики.',
    },
  },
  {
    scope: 'tickets:write',
    reason: {
      en: 'To put a draft into a ticket as an internal note. Nothing is ever sent to a customer.',
      ru: 'Добавлять черновик в тикет внутренней заметкой. Клиенту не отправляется ничего и никогда.',
    },
  },
  {
    scope: 'webhooks:write',
    reason: { en: 'To be told of new messages.', ru: 'Узнавать о новых сообщениях.' },
  },
  {
    scope: 'triggers:write',
    reason: {
      en: 'To choose which messages we are told of.',
      ru: 'Выбирать, о каких сообщениях нам сообщать.',
    },
  },
];

export function offersOf({ connections }: { connections: MockConnections }): ConnectorOffer[] {
  return [
    {
      connector: 'zendesk',
      title: 'Zendesk',
      scopes: SCOPES,
      redirectUri: 'https://drafts.larkspur.example/connect/callback',
      globalClient: connections.globalClient,
      draftsAs: 'internal-note',
      fields: ['subdomain'],
    },
    portalOffer(connections.globalClient),
  ];
}
