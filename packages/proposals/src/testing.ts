import { randomUUID } from 'node:crypto';
import {
  DEFAULT_PROPOSAL_SETTINGS,
  type DealContext,
  type ProposalContent,
  type ProposalRequest,
  type ProposalSection,
  type ProposalSettings,
  type RateCardItem,
} from '@draftsmith/contracts';
import type { JobContext } from '@draftsmith/jobs';
import type { Completer, CompletionRequest } from '@draftsmith/llm';
import { type ProposalTemplate, STANDARD } from '@draftsmith/proposal-settings';
import type { OperationWords } from './store/operation-words.ts';
import type { NewVersion } from './store/version-store.ts';

export const NOON = new Date('2026-11-23T12:00:00.000Z');
export const DEAL = { connector: 'crm', account: 'acme', type: 'deal', id: '77' };
export const REP = { id: '12', name: 'Rita Rep' };

export function secondsAfter(seconds: number): Date {
  return new Date(NOON.getTime() + seconds * 1_000);
}

export function aDeal(changed: Partial<DealContext> = {}): DealContext {
  return {
    resource: DEAL,
    revision: 'r1',
    deal: {
      name: 'Website relaunch',
      stage: { id: 's1', name: 'Qualified' },
      currency: 'EUR',
      closeDate: '2027-01-31',
    },
    contacts: [
      {
        ...{ id: '501', reference: 'contact:501', decides: true, locale: 'en-GB' },
        ...{ name: 'Priya Raman', firstName: 'Priya', lastName: 'Raman', email: 'priya@example.com' },
      },
    ],
    company: { id: '601', name: 'Northwind Ltd' },
    lineItems: [
      { id: '1', name: 'Design', quantity: '10', price: '234.56', pricing: 'flat' },
      { id: '2', name: 'Hosting', quantity: '1', price: '99', pricing: 'flat', recurring: { every: 'month' } },
    ],
    activities: [
      {
        ...{ id: 'note:1', kind: 'note', at: '2026-11-20T10:00:00Z', title: 'Call with Priya' },
        text: 'The customer wants a faster website before the season begins.',
      },
    ],
    activitiesLeft: 0,
    owner: { id: '9', name: 'Olga Owner' },
    account: { name: 'Suite Ltd', currency: 'EUR', timeZone: 'Europe/Berlin' },
    links: { deal: 'https://crm.example/deals/77' },
    ...changed,
  };
}

/** One whose prices are those of `aContent`. */
export function aDealAsWritten(): DealContext {
  return aDeal({ lineItems: aDeal().lineItems.slice(0, 1) });
}

export function aSection(changed: Partial<ProposalSection> = {}): ProposalSection {
  return {
    ...{ kind: 'summary', title: 'Your situation', writtenBy: 'model' },
    paragraphs: [{ text: '{{customer.company}} wants a faster website.', sources: ['note:1'] }],
    ...changed,
  };
}

export function aContent(changed: Partial<ProposalContent> = {}): ProposalContent {
  return {
    ...{ locale: 'en-GB', date: '2026-11-23', title: 'Website relaunch' },
    sections: [
      aSection({ kind: 'cover', title: 'Proposal', writtenBy: 'template', paragraphs: [] }),
      aSection(),
      aSection({
        ...{ kind: 'solution', title: 'Our proposal' },
        paragraphs: [{ text: 'We rebuild the website for {{total.once.gross}}.', sources: [] }],
      }),
    ],
    facts: [
      {
        ...{ key: 'customer.company', kind: 'organization', value: 'Northwind Ltd' },
        origin: { kind: 'crm', object: 'company', id: '601', property: 'name' },
      },
      {
        ...{ key: 'total.once.gross', kind: 'money', value: '2345.60', currency: 'EUR' },
        origin: { kind: 'computed', from: [], how: 'sum' },
      },
    ],
    prices: {
      currency: 'EUR',
      lines: [
        {
          ...{ itemId: '1', name: 'Design', quantity: '10', price: '234.56' },
          ...{ subtotal: '2345.60', discount: '0.00', net: '2345.60' },
        },
      ],
      totals: [
        {
          ...{ rhythm: 'once', subtotal: '2345.60', discount: '0.00', net: '2345.60' },
          ...{ taxes: [], gross: '2345.60' },
        },
      ],
      contractTotal: '2345.60',
    },
    sources: [
      {
        ...{ id: 'note:1', kind: 'note', title: 'Call with Priya', at: '2026-11-20T10:00:00Z' },
        excerpt: 'The customer wants a faster website before the season begins.',
      },
    ],
    template: { id: 'standard', revision: 0 },
    ...changed,
  };
}

export function aVersion(changed: Partial<NewVersion> = {}, content: ProposalContent = aContent()): NewVersion {
  return {
    ...{ how: 'generate', revision: 'r1' },
    words: {
      content,
      look: { accent: '#1f4e79', company: 'Suite Ltd', footer: '' },
      ...{ baselines: {}, confirmed: {}, byName: REP.name },
    },
    writer: { provider: 'openai', model: 'm', modelWritten: true, costUsd: '0.01', completions: [] },
    deal: { name: 'Website relaunch', url: 'https://crm.example/deals/77', stage: 'Qualified' },
    ...changed,
  };
}

type Asked<Request = ProposalRequest> = Request extends unknown ? Omit<Request, 'requestId'> : never;

export function aRequest(asked: Asked = { what: 'generate', choices: {} }, requestId: string = randomUUID()) {
  return { ...asked, requestId } as ProposalRequest;
}

export function wordsOf(request: ProposalRequest, more: Partial<OperationWords> = {}): OperationWords {
  return { request, byName: REP.name, preparing: false, ...more };
}

export function aTry(more: Partial<JobContext> = {}): JobContext {
  return { signal: new AbortController().signal, enqueuedAt: NOON, lastTry: false, mayWait: true, ...more };
}

export const TEMPLATE: ProposalTemplate = { ...STANDARD, id: 'standard', terms: '', nextSteps: '' };

/** A model that answers so, section by section; what it says of the summary rests on the first activity. */
export function aModel(
  say: () => Record<string, string> | undefined = () => undefined,
): Completer & { requests: CompletionRequest[] } {
  const requests: CompletionRequest[] = [];
  return {
    requests,
    async complete(request, options) {
      options?.signal?.throwIfAborted();
      requests.push(request);
      const said = say();
      if (!said)
        return { ...{ kind: 'exhausted', attempts: [], skipped: [], detail: 'Nobody there' }, retryable: false };
      const sections = Object.entries(said).map(([kind, text]) => {
        const sources = kind === 'summary' ? [1] : [];
        return { kind, paragraphs: [{ text, bullet: false, sources }] };
      });
      const data = { sections };
      return {
        kind: 'answered',
        completion: {
          ...{ id: randomUUID(), text: JSON.stringify(data), data, provider: 'openai', model: 'm', modelWritten: true },
          ...{ usage: { inputTokens: 1, outputTokens: 1 }, cost: { usd: '0.002' }, attempts: [], skipped: [] },
          ...{ cache: 'miss', ms: 1, traceId: '0'.repeat(32) },
        },
      };
    },
  };
}

export const SETTINGS: ProposalSettings = {
  ...DEFAULT_PROPOSAL_SETTINGS,
  ...{ company: 'Suite Ltd', locales: ['en-GB', 'ru-RU', 'de-DE'], stages: ['s2'] },
};

/** What an account has decided; changed by changing `settings`. */
export function somePorts(settings: ProposalSettings = SETTINGS) {
  const ports = {
    decided: settings,
    items: [] as RateCardItem[],
    template: TEMPLATE,
    settings: { of: async () => ports.decided },
    templates: {
      list: async () => [{ ...ports.template, hasDocument: false, hasLogo: false, updatedAt: NOON.toISOString() }],
      find: async (_: unknown, id: string) => (id === ports.template.id ? ports.template : undefined),
    },
    rateCard: { items: async () => ports.items },
  };
  return ports;
}
