import type { AssistDraft, AssistView, CheckedSentence, Citation, Evidence } from '@draftsmith/contracts';

const RETURNS: Citation = {
  sourceId: 'article:101',
  kind: 'article',
  title: 'Returns and refunds',
  url: 'https://help.example.com/en-us/articles/101',
  visibility: 'public',
  excerpt: 'You can send an item back free of charge within 30 days of delivery.',
};
const INTERNAL: Citation = {
  sourceId: 'article:205',
  kind: 'article',
  title: 'Refund desk: exceptions',
  url: 'https://help.example.com/en-us/articles/205',
  visibility: 'internal',
  excerpt: 'Team leads may extend the period to 45 days.',
};
const MACRO: Citation = {
  sourceId: 'macro:7',
  kind: 'macro',
  title: 'Возврат: как вернуть деньги',
  visibility: 'public',
  excerpt: 'Деньги возвращаются на ту же карту в течение 5 рабочих дней.',
};

const evidenceOf = ({ sourceId, title, url, visibility, excerpt }: Citation): Evidence => ({
  sourceId,
  title,
  visibility,
  quote: excerpt,
  ...(url && { url }),
});

type Mark = [words: string, rest: Omit<CheckedSentence, 'start' | 'end'>, questioned?: string];

function checked(text: string, marks: readonly Mark[]): AssistDraft['check'] {
  const sentences = marks.map(([words, rest, questioned]): CheckedSentence => {
    const start = text.indexOf(words);
    const at = questioned ? text.indexOf(questioned, start) : start;
    const verdict = rest.verdict === 'contradicted' ? 'contradicted' : 'unsupported';
    const claims = questioned ? [{ kind: 'duration', start: at, end: at + questioned.length, verdict } as const] : [];
    return { start, end: start + words.length, ...rest, ...(claims.length > 0 && { claims }) };
  });
  const supported = marks.filter(([, { verdict }]) => verdict === 'supported').length;
  return { sentences, supported, claims: marks.length };
}

const TEXT_EN = `Hello Ann,

Thank you for writing to us. You can send the lamp back free of charge within 30 days of delivery. The refund goes out within 3 working days after the parcel reaches us. It returns to the card you paid with. We will call you tomorrow to arrange a pick-up.

Kind regards
Customer care`;

const TEXT_RU = `Здравствуйте, Анна!

Вы можете бесплатно вернуть лампу в течение 30 дней после доставки. Деньги вернутся на ту же карту в течение 5 рабочих дней. Завтра мы вам позвоним, чтобы договориться о времени.

С уважением,
служба поддержки`;

const BASE: Omit<AssistDraft, 'text' | 'language' | 'citations' | 'check'> = {
  id: 'draft-1',
  version: 1,
  provider: 'local',
  model: 'sample-model',
  modelWritten: true,
  createdAt: '2026-11-22T10:00:00Z',
  made: null,
  rating: null,
  costUsd: '0.0021',
};

export const DRAFT_EN: AssistDraft = {
  ...BASE,
  text: TEXT_EN,
  language: 'en',
  citations: [RETURNS],
  check: checked(TEXT_EN, [
    [
      'You can send the lamp back free of charge within 30 days of delivery.',
      { verdict: 'supported', evidence: evidenceOf(RETURNS) },
    ],
    [
      'The refund goes out within 3 working days after the parcel reaches us.',
      {
        verdict: 'contradicted',
        evidence: { ...evidenceOf(RETURNS), quote: 'Refunds are made within 5 working days after the parcel arrives.' },
      },
      '3 working days',
    ],
    ['It returns to the card you paid with.', { verdict: 'supported', secondOpinion: 'supported' }],
    ['We will call you tomorrow to arrange a pick-up.', { verdict: 'unsupported' }, 'tomorrow'],
  ]),
};

export const DRAFT_RU: AssistDraft = {
  ...BASE,
  text: TEXT_RU,
  language: 'ru',
  citations: [MACRO],
  check: checked(TEXT_RU, [
    [
      'Вы можете бесплатно вернуть лампу в течение 30 дней после доставки.',
      { verdict: 'supported', evidence: evidenceOf({ ...RETURNS, title: 'Возврат товара' }) },
    ],
    ['Деньги вернутся на ту же карту в течение 5 рабочих дней.', { verdict: 'supported', evidence: evidenceOf(MACRO) }],
    ['Завтра мы вам позвоним, чтобы договориться о времени.', { verdict: 'unsupported' }, 'Завтра'],
  ]),
};

export const VIEW: AssistView = {
  ticketId: '1001',
  agent: { id: '501', name: 'Maria' },
  state: 'ready',
  draft: DRAFT_EN,
  earlier: [],
  skipped: null,
  missing: null,
  failure: null,
  running: null,
  revision: '9001',
};

const NOTHING: AssistView = { ...VIEW, state: 'none', draft: null };
const SHORTER: AssistDraft = {
  ...DRAFT_EN,
  version: 2,
  text: 'Hello Ann,\n\nYou can send the lamp back free of charge within 30 days of delivery.',
  check: null,
  made: { how: 'shorter', byName: 'Oleg' },
};

/** One view for each state of the app, by name. */
export const VIEWS: Readonly<Record<string, AssistView>> = {
  none: NOTHING,
  waiting: {
    ...NOTHING,
    state: 'waiting',
    running: { id: 'operation-0', what: 'draft', step: 'searching', state: 'running', byName: null },
  },
  ready: VIEW,
  internal: { ...VIEW, draft: { ...DRAFT_EN, citations: [RETURNS, INTERNAL] } },
  versions: { ...VIEW, draft: SHORTER, earlier: [DRAFT_EN] },
  colleague: {
    ...VIEW,
    running: { id: 'operation-0', what: 'warmer', step: 'writing', state: 'running', byName: 'Oleg' },
  },
  stale: { ...VIEW, state: 'stale' },
  russian: { ...VIEW, draft: DRAFT_RU },
  skipped: {
    ...NOTHING,
    state: 'skipped',
    skipped: { reason: 'no-source' },
    missing: {
      questions: ['Does the lamp work with a 110 V socket?', 'Is there a discount for schools?'],
      similar: [
        {
          id: '871',
          title: 'Lamp in the United States',
          excerpt: 'The lamp needs 220 to 240 V; an adapter for 110 V is sold separately.',
          url: 'https://acme.zendesk.com/agent/tickets/871',
          at: '2026-10-02T09:00:00Z',
        },
      ],
    },
  },
  rules: { ...NOTHING, state: 'skipped', skipped: { reason: 'rules', rule: 'channel' } },
  thanks: { ...NOTHING, state: 'skipped', skipped: { reason: 'thanks-only' } },
  failed: {
    ...NOTHING,
    state: 'failed',
    failure: { code: 'unreachable', message: 'No model could be reached in time.', retryable: true },
  },
};
