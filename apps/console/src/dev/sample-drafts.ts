import type { Attempt, Citation, DraftCheck, DraftDetail, Outcome } from '@draftsmith/contracts';
import {
  LONG_THREAD_CHECK,
  REFUND_EN_CHECK,
  REFUND_RU_CHECK,
  SENT,
  SENT_TWICE,
  SHIPPING_DE_CHECK,
  STOPPED,
} from './sample-checks.ts';
import { LONG_THREAD, REFUND_EN, REFUND_RU, SHIPPING_DE, type Texts } from './sample-texts.ts';

/** Everything that differs from a plain drafted ticket. */
type Sample = Partial<DraftDetail> & { subject: string; minutesAgo: number };

const OPENAI: Attempt = { provider: 'openai', model: 'gpt-5-mini', outcome: 'answered', ms: 2310 };
const OPENAI_DOWN: Attempt = {
  provider: 'openai',
  model: 'gpt-5-mini',
  outcome: 'failed',
  ms: 10_002,
  detail: 'No answer within 10 seconds',
};
const ANTHROPIC: Attempt = { provider: 'anthropic', model: 'claude-sonnet-5', outcome: 'answered', ms: 3120 };
const OFFLINE: Attempt = { provider: 'offline', model: 'passages', outcome: 'answered', ms: 14 };

const byOpenai = {
  provider: 'openai',
  model: 'gpt-5-mini',
  modelWritten: true,
  receipts: SENT,
  attempts: [OPENAI],
  cache: 'miss',
} satisfies Partial<DraftDetail>;
const byAnthropic = {
  provider: 'anthropic',
  model: 'claude-sonnet-5',
  modelWritten: true,
  receipts: SENT_TWICE,
  attempts: [OPENAI_DOWN, ANTHROPIC],
  cache: 'miss',
} satisfies Partial<DraftDetail>;
const byNobody = {
  provider: 'offline',
  model: 'passages',
  modelWritten: false,
  inputTokens: 0,
  outputTokens: 0,
  costUsd: '0',
  cache: 'off',
  attempts: [{ ...OPENAI_DOWN, outcome: 'failed', ms: 31, detail: 'The key was refused (401)' }, OFFLINE],
} satisfies Partial<DraftDetail>;

const byOpenaiUnwritten = {
  provider: 'openai',
  model: 'gpt-5-mini',
  inputTokens: 1422,
  outputTokens: 201,
  costUsd: '0.00076',
};

const SAMPLES: readonly Sample[] = [
  {
    ...written(REFUND_EN, REFUND_EN_CHECK),
    ...byOpenai,
    minutesAgo: 1,
    customerName: 'Hannah Whitfield',
    language: 'en',
  },
  {
    subject: 'Не могу войти в приложение после обновления',
    customerName: 'Тимур Гайнутдинов',
    language: 'ru',
    minutesAgo: 1,
    state: 'working',
  },
  {
    ...written(REFUND_RU, REFUND_RU_CHECK),
    ...byNobody,
    customerName: 'Екатерина Воронцова-Дашкевич',
    language: 'ru',
    minutesAgo: 4,
    totalMs: 96,
  },
  {
    subject:
      'URGENT!!! I was charged twice for the annual plan and nobody has answered my last three e-mails about it, please fix this today',
    customerName: 'Bartholomew Featherstonehaugh-Montgomery',
    language: 'en',
    minutesAgo: 7,
    ...failed({
      kind: 'failed',
      error: 'rate-limited',
      code: 'zendesk.rate-limit',
      message: 'Zendesk answered 429 five times in a row',
      retryable: true,
    }),
  },
  { subject: 'Danke!', customerName: 'Jürgen Pohl', language: 'de', minutesAgo: 9, ...skipped('thanks-only') },
  {
    ...written(SHIPPING_DE, SHIPPING_DE_CHECK),
    ...byAnthropic,
    customerName: 'Annegret Löffelholz',
    language: 'de',
    minutesAgo: 12,
    totalMs: 13_480,
  },
  {
    subject: 'Out of office: Re: Your order 20418 has shipped',
    customerName: 'Marcus Lindqvist',
    language: 'en',
    minutesAgo: 15,
    ...skipped('auto-reply'),
  },
  {
    subject: 'Czy wysyłacie do Polski?',
    customerName: 'Agnieszka Dąbrowska',
    language: 'pl',
    minutesAgo: 22,
    ...skipped('no-source', 'Best match covered 0.21 of the question; 0.45 is needed'),
  },
  {
    ...written(LONG_THREAD, LONG_THREAD_CHECK),
    ...byOpenai,
    customerName: 'Priya Raman',
    language: 'en',
    minutesAgo: 34,
    receipts: [],
    cache: 'hit',
    totalMs: 410,
    costUsd: '0',
  },
  {
    subject: 'Factura con CIF para la empresa',
    customerName: 'Gonzalo Arístegui',
    language: 'es',
    minutesAgo: 41,
    ...failed({
      kind: 'failed',
      error: 'auth',
      code: 'zendesk.token-revoked',
      message: 'Zendesk answered 401: the access token was revoked',
      retryable: false,
    }),
  },
  {
    subject: 'Congratulations, you have been selected',
    customerName: null,
    language: 'en',
    minutesAgo: 55,
    ...skipped('spam'),
  },
  {
    subject: 'Delete my data, please',
    customerName: 'Oluwaseun Adeyemi',
    language: 'en',
    minutesAgo: 68,
    ...skipped('agent-wrote-last'),
  },
  {
    subject: 'Смена адреса доставки по заказу 20377',
    customerName: 'Пётр Зайцев',
    language: 'ru',
    minutesAgo: 95,
    ...byOpenai,
  },
  {
    subject: 'Battery does not charge past 80 %',
    customerName: 'Noah Castellanos',
    language: 'en',
    minutesAgo: 130,
    ...byOpenai,
  },
  { subject: '', customerName: 'Lucía Echeverría', language: 'es', minutesAgo: 200, ...skipped('no-answer') },
  {
    subject: 'Two invoices for one order',
    customerName: 'Ines Brandt',
    language: 'de',
    minutesAgo: 215,
    ...skipped(
      'budget',
      'The budget of account larkspur for 2026-11-22 has no room for a call that may cost 0.0122165: 19.99 of 20 US dollars are spent. It starts anew on 2026-11-23 at 00:00 UTC',
    ),
  },
  {
    subject: 'Which tyre fits my rim?',
    customerName: 'Mateo Quiroga',
    language: 'en',
    minutesAgo: 240,
    ...byOpenai,
    provider: 'anthropic',
    model: 'claude-sonnet-5',
    attempts: [ANTHROPIC, { ...OPENAI, ms: 7140, outcome: 'superseded', detail: 'Another route was faster' }],
  },
  {
    subject: 'How much does the long bracket cost?',
    customerName: 'Ronja Falk',
    language: 'en',
    minutesAgo: 250,
    ...skipped('unsupported', '2 of 3 statements have no support in the sources'),
  },
  {
    subject: '',
    customerName: null,
    language: 'en',
    minutesAgo: 260,
    ...byOpenai,
    ...gone('request'),
  },
  {
    subject: 'Call me back, please',
    customerName: 'Selma Aydin',
    language: 'en',
    minutesAgo: 270,
    ...byOpenai,
    provider: 'local',
    model: 'qwen3',
    receipts: STOPPED,
  },
  { subject: '', customerName: null, language: 'ru', minutesAgo: 280, ...byOpenai, ...gone('retention') },
];

const MORE_SUBJECTS = [
  ['Where is my parcel?', 'en'],
  ['Passwort zurücksetzen klappt nicht', 'de'],
  ['Cambio de talla', 'es'],
  ['Чек не пришёл на почту', 'ru'],
  ['App does not sync with my watch', 'en'],
  ['Kündigung zum Monatsende', 'de'],
  ['Гарантия: треснул корпус фары', 'ru'],
  ['Question about VAT on my invoice', 'en'],
] as const;

/** A desk's last days, newest first, relative to `now`. */
export function sampleDrafts(now: Date): DraftDetail[] {
  const more: Sample[] = Array.from({ length: 24 }, (_, index) => {
    const [subject, language] = MORE_SUBJECTS[index % MORE_SUBJECTS.length] ?? MORE_SUBJECTS[0];
    return { subject, language, customerName: 'Robin Example', minutesAgo: 300 + index * 170, ...byOpenai };
  });
  return [...SAMPLES, ...more].map((sample, index) => toDraft(sample, index, now));
}

function toDraft({ minutesAgo, ...sample }: Sample, index: number, now: Date): DraftDetail {
  const at = (minutes: number) => new Date(now.getTime() - minutes * 60_000).toISOString();
  const drafted = sample.state === undefined || sample.state === 'drafted';
  const conversation = sample.conversation?.kind === 'loaded' ? sample.conversation.turns : null;
  const question = {
    role: 'customer',
    authorName: sample.customerName ?? null,
    text: sample.subject || '…',
    at: '',
  } as const;
  const turns = conversation ?? [question];
  return {
    id: `d${String(index + 1).padStart(3, '0')}`,
    connector: 'zendesk',
    account: 'larkspur',
    resourceId: String(4120 - index),
    language: null,
    customerName: null,
    state: 'drafted',
    outcome: drafted ? { kind: 'drafted' } : null,
    provider: null,
    model: null,
    inputTokens: drafted ? 1180 + index * 37 : null,
    outputTokens: drafted ? 164 + index * 5 : null,
    costUsd: drafted ? `0.000${623 + index * 11}` : null,
    totalMs: drafted ? 2480 + index * 61 : null,
    cache: null,
    createdAt: at(minutesAgo),
    url: `https://larkspur.example.com/agent/tickets/${4120 - index}`,
    text: drafted ? 'Hello,\n\nthank you for your message. We are looking into it.\n\nThe Larkspur team' : null,
    modelWritten: drafted ? true : null,
    citations: [],
    attempts: [],
    statements: null,
    check: null,
    ...sample,
    receipts: (sample.receipts ?? []).map((receipt) => ({ ...receipt, at: at(minutesAgo) })),
    forgotten: sample.forgotten ? { ...sample.forgotten, at: at(minutesAgo - 60) } : null,
    conversation: {
      kind: 'loaded',
      turns: turns.map((turn, place) => ({ ...turn, at: at(minutesAgo + (turns.length - 1 - place) * 190) })),
    },
  };
}

function written(texts: Texts, check: DraftCheck): { subject: string } & Partial<DraftDetail> {
  const citations: Citation[] = [...texts.citations];
  return {
    subject: texts.subject,
    text: texts.draft,
    citations,
    check,
    statements: { supported: check.supported, claims: check.claims },
    conversation: { kind: 'loaded', turns: [...texts.turns] },
  };
}

/** A draft whose words were removed; when is set where the sample is placed in time. */
function gone(why: 'retention' | 'request'): Partial<DraftDetail> {
  return { text: null, citations: [], forgotten: { at: '', why } };
}

function failed(outcome: Extract<Outcome, { kind: 'failed' }>): Partial<DraftDetail> {
  const attempts = [{ ...OPENAI, ms: 1890 }];
  return { state: 'failed', outcome, attempts, ...byOpenaiUnwritten, totalMs: 61_200 };
}

function skipped(reason: Extract<Outcome, { kind: 'skipped' }>['reason'], detail?: string): Partial<DraftDetail> {
  const outcome: Outcome = detail === undefined ? { kind: 'skipped', reason } : { kind: 'skipped', reason, detail };
  const attempts: Attempt[] =
    reason === 'no-answer'
      ? [OPENAI_DOWN, { ...OFFLINE, outcome: 'abstained', detail: 'No passage matched well enough' }]
      : [];
  return { state: 'skipped', outcome, attempts, totalMs: 38 };
}
