import {
  DEFAULT_PROPOSAL_SETTINGS,
  PROSE_SECTIONS,
  type ProposalChoicesView,
  type ProposalOutcome,
  type ProposalReport,
  type ProposalSettingsView,
  type ProposalTemplateView,
  type RateCardItem,
  type TemplateFinding,
} from '@draftsmith/contracts';
import { sampleOutcomes } from './sample-outcomes.ts';

/** What the stand-in holds of proposals; every field may be changed while it runs. */
export interface MockProposals {
  settings: ProposalSettingsView[];
  /** Null: the source system cannot be reached. */
  choices: ProposalChoicesView | null;
  templates: ProposalTemplateView[];
  /** What is found in the next Word file. */
  findings: readonly TemplateFinding[];
  rateCard: RateCardItem[];
  outcomes: ProposalOutcome[];
}

export function sampleProposals(now: Date): MockProposals {
  const ago = (hours: number) => new Date(now.getTime() - hours * 3_600_000).toISOString();
  return {
    settings: [
      {
        ...{ connector: 'hubspot', account: '4471190' },
        settings: {
          ...DEFAULT_PROPOSAL_SETTINGS,
          company: 'Larkspur Lights GmbH',
          footer: 'Larkspur Lights GmbH · Hafenstraße 12, 20457 Hamburg · HRB 104422 · larkspur.example',
          houseRules: ['Never promise a start date', 'Say “lamp”, never “luminaire”'],
          locales: ['en-GB', 'de-DE', 'ru-RU'],
          approvalAbove: '25000.00',
          approver: '501',
          stages: ['presentationscheduled'],
        },
        ...{ revision: 4, updatedAt: ago(30), updatedBy: 'Ines Moreau' },
      },
    ],
    choices: {
      stages: [
        { id: 'appointmentscheduled', name: 'Appointment scheduled' },
        { id: 'presentationscheduled', name: 'Presentation scheduled' },
        { id: 'decisionmakerboughtin', name: 'Decision maker bought in' },
        { id: 'contractsent', name: 'Contract sent' },
      ],
      owners: [
        { id: '501', name: 'Ines Moreau' },
        { id: '502', name: 'Tomas Berg' },
      ],
    },
    templates: sampleTemplates(ago),
    findings: [],
    rateCard: sampleRateCard(),
    outcomes: sampleOutcomes(now),
  };
}

function sampleTemplates(ago: (hours: number) => string): ProposalTemplateView[] {
  const blank = { locale: null, hasDocument: false, hasLogo: false, terms: '', nextSteps: '', hints: {} };
  return [
    { ...blank, id: 'standard', name: 'Standard', revision: 0, updatedAt: new Date(0).toISOString() },
    {
      ...blank,
      id: '0b7c5c1e-6a7e-4c53-9d28-0d5a3a1f9e01',
      name: 'Trackers for warehouses',
      locale: 'en-GB',
      hasDocument: true,
      hasLogo: true,
      terms: 'Payment within 30 days of the invoice. Prices hold until the day that is named in this proposal.',
      nextSteps: 'Tell us that you agree, and we fix the first day of delivery together.',
      hints: { solution: 'Name the warehouse by its town.', timeline: 'Delivery comes before installation.' },
      revision: 3,
      updatedAt: ago(50),
    },
    {
      ...blank,
      id: '0b7c5c1e-6a7e-4c53-9d28-0d5a3a1f9e02',
      name: 'Коммерческое предложение для розничных сетей и франчайзи',
      locale: 'ru-RU',
      revision: 1,
      updatedAt: ago(400),
    },
  ];
}

function sampleRateCard(): RateCardItem[] {
  const names = [
    'Ember tracker',
    'Ember rear light',
    'Dock, six places',
    'Installation, per day',
    'Support, per month',
  ];
  const first: RateCardItem[] = names.flatMap((name, index) => [
    { sku: `EMB-${100 + index}`, name, price: `${49 + index * 130}.90`, currency: 'EUR', validUntil: null },
    { sku: `EMB-${100 + index}`, name, price: `${53 + index * 141}.00`, currency: 'USD', validUntil: '2099-12-31' },
  ]);
  const more = Array.from({ length: 70 }, (_, index) => ({
    ...{ sku: `LRK-${2000 + index}`, name: `Larkspur lamp, size ${index + 1}`, price: `${12 + index}.50` },
    ...{ currency: 'EUR', validUntil: index % 9 === 0 ? '2026-06-30' : null },
  }));
  return [
    ...first,
    { sku: 'API-CALL', name: 'Positions read, each', price: '0.0035', currency: 'EUR', validUntil: null },
    ...more,
  ];
}

/** As the real server counts it, in whole cents of a cent: no binary fractions. */
export function reportOf(outcomes: readonly ProposalOutcome[], days: number, now: Date): ProposalReport {
  const since = new Date(now.getTime() - days * 86_400_000).toISOString();
  const rows = outcomes.filter(({ askedAt }) => askedAt >= since);
  const count = (holds: (row: ProposalOutcome) => boolean) => rows.filter(holds).length;
  const minutes = rows.flatMap((row) => row.minutes ?? []).sort((a, b) => a - b);
  const cost = rows.reduce((sum, { costUsd }) => sum + Math.round(Number(costUsd ?? 0) * 10_000), 0);
  return {
    days,
    total: {
      asked: rows.length,
      attached: count(({ attachedAt }) => attachedAt !== null),
      edited: count(({ edited }) => (edited?.share ?? 0) > 0),
      sent: count(({ sentAt }) => sentAt !== null),
      won: count(({ stageNow }) => stageNow === 'Closed won'),
      lost: count(({ stageNow }) => stageNow === 'Closed lost'),
      minutes: minutes[Math.floor(minutes.length / 2)] ?? null,
      costUsd: rows.length === 0 ? null : (cost / 10_000).toFixed(4),
    },
    sections: PROSE_SECTIONS.map((kind) => ({
      kind,
      edited: count(({ edited }) => edited?.sections.includes(kind) ?? false),
    })),
    rows,
  };
}
