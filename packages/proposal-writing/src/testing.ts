import {
  type Activity,
  DEFAULT_PROPOSAL_SETTINGS,
  type DealContext,
  type LineItem,
  type PriceTable,
  type ProposalChoices,
} from '@draftsmith/contracts';
import { AppError } from '@draftsmith/errors';
import type { Completer, CompletionRequest, CompletionResult } from '@draftsmith/llm';
import { priceTable } from '@draftsmith/pricing';
import { collectFacts } from './facts/collect-facts.ts';
import type { ProposalTemplate, WritingInput } from './input.ts';

export const TODAY = '2026-11-23';
export const SETTINGS = {
  ...DEFAULT_PROPOSAL_SETTINGS,
  company: 'Nordlicht Systems',
  locales: ['en-US', 'ru-RU', 'de-DE'],
};

export function aTemplate(over: Partial<ProposalTemplate> = {}): ProposalTemplate {
  return { id: 't1', name: 'Standard', locale: null, terms: '', nextSteps: '', hints: {}, revision: 1, ...over };
}

export function aLine(over: Partial<LineItem> = {}): LineItem {
  return { id: '1', name: 'Warehouse suite', quantity: '12', price: '100', pricing: 'flat', ...over };
}

export const LINES: readonly LineItem[] = [
  aLine({
    ...{ id: '1', sku: 'WS', description: 'Keeps stock and orders together.' },
    recurring: { every: 'month', term: 'P12M', startsOn: '2027-01-01' },
    discount: { kind: 'percent', percent: '20' },
    tax: { name: 'VAT', percent: '19' },
  }),
  aLine({ id: '2', name: 'Onboarding', quantity: '1', price: '2500', tax: { name: 'VAT', percent: '19' } }),
];

export const NEED = 'We need to replace the paper lists in our warehouse before the season starts.';
export const ACTIVITIES: readonly Activity[] = [
  {
    id: 'email:1',
    kind: 'email',
    direction: 'in',
    title: 'Warehouse',
    text: `Hello,\n${NEED} Thanks.`,
    at: '2026-11-20T09:00:00Z',
  },
  {
    ...{ id: 'note:2', kind: 'note', at: '2026-11-18T09:00:00Z' },
    text: 'The customer wants to migrate all twelve sites. Our margin is thin, offer a discount of 10 % at most.',
  },
  { id: 'email:3', kind: 'email', direction: 'out', text: 'We plan a demo for you.', at: '2026-11-17T09:00:00Z' },
];

export function aDeal(over: Partial<DealContext> = {}): DealContext {
  return {
    resource: { connector: 'crm', account: 'acme', type: 'deal', id: '77' },
    revision: 'r1',
    deal: { name: 'Kowalski WMS Q4', closeDate: '2026-12-20', currency: 'EUR' },
    contacts: [
      {
        ...{ id: '5', name: 'Anna Kowalski', firstName: 'Anna', lastName: 'Kowalski' },
        jobTitle: 'Head of Logistics',
        email: 'anna@kowalski.example',
        decides: true,
        locale: 'en-US',
      },
    ],
    company: { id: '9', name: 'Kowalski Logistics' },
    lineItems: LINES,
    activities: ACTIVITIES,
    activitiesLeft: 0,
    owner: { id: '3', name: 'Ben Harper', email: 'ben@nordlicht.example' },
    account: { currency: 'EUR', timeZone: 'Europe/Berlin' },
    links: { deal: 'https://crm.example/deal/77', lineItems: 'https://crm.example/deal/77/items' },
    ...over,
  };
}

export function tableOf(items: readonly LineItem[], currency = 'EUR'): PriceTable {
  const priced = priceTable(items, { currency });
  if (priced.kind !== 'priced') throw new Error('These lines cannot be priced');
  return priced.table;
}

export function anInput(
  over: { deal?: Partial<DealContext>; template?: Partial<ProposalTemplate>; choices?: ProposalChoices } = {},
): WritingInput {
  const deal = aDeal(over.deal);
  const prices = tableOf(deal.lineItems);
  const facts = collectFacts({ deal, prices, settings: SETTINGS, date: TODAY });
  const template = aTemplate(over.template);
  return { deal, facts, prices, template, settings: SETTINGS, choices: over.choices ?? {}, date: TODAY };
}

export type Said = { data: unknown } | Exclude<CompletionResult, { kind: 'answered' }>;

export interface StandIn extends Completer {
  requests: CompletionRequest[];
}

/** A model that says what it is told to. What it is asked is looked at by the request's own guard, as the chain does. */
export function aModel(answer: (request: CompletionRequest, turn: number) => Said): StandIn {
  const requests: CompletionRequest[] = [];
  return {
    requests,
    async complete(request, options) {
      if (options?.signal?.aborted) throw new AppError('timeout', 'Cancelled', { code: 'llm.cancelled' });
      const turn = requests.push(request);
      const { instructions, messages } = request;
      if (request.guard?.inspect(JSON.stringify({ instructions, messages })).length)
        return unanswered('exhausted', 'llm.leak');
      const said = answer(request, turn);
      if ('kind' in said) return said;
      return {
        kind: 'answered',
        completion: {
          ...{ id: `c${turn}`, text: JSON.stringify(said.data), data: said.data, provider: 'openai', model: 'm' },
          ...{ modelWritten: true, usage: { inputTokens: 1, outputTokens: 1 }, cost: { usd: '0.002' }, cache: 'miss' },
          ...{ attempts: [], skipped: [], ms: 1, traceId: '0'.repeat(32) },
        },
      };
    },
  };
}

export function unanswered(
  kind: 'refused' | 'exhausted' | 'stopped',
  code?: string,
): Exclude<CompletionResult, { kind: 'answered' }> {
  return { kind, ...(code !== undefined && { code }), attempts: [], skipped: [], detail: 'Nobody', retryable: false };
}

/** Nobody to ask: the chain's own route without a model abstains. */
export const NOBODY = () => aModel(() => unanswered('exhausted'));

type Sections = Partial<Record<string, readonly (string | { text: string; sources?: number[]; bullet?: boolean })[]>>;

/** An answer in the form that is asked for. */
export function sections(of: Sections): Said {
  return {
    data: {
      sections: Object.entries(of).map(([kind, paragraphs = []]) => ({
        kind,
        paragraphs: paragraphs.map((each) => ({
          ...{ bullet: false, sources: kind === 'summary' ? [1] : [] },
          ...(typeof each === 'string' ? { text: each } : each),
        })),
      })),
    },
  };
}
