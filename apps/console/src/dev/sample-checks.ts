import type { CheckedSentence, Citation, DraftCheck, Evidence, ProcessingReceipt } from '@draftsmith/contracts';
import { LONG_THREAD, REFUND_EN, REFUND_RU, SHIPPING_DE, type Texts } from './sample-texts.ts';

type Verdict = CheckedSentence['verdict'];

/** One statement of a sample: its own words, the words in question, and what decided. */
interface Statement extends Pick<CheckedSentence, 'evidence' | 'agreeing' | 'secondOpinion'> {
  words: string;
  verdict: Exclude<Verdict, 'no-claim'>;
  questioned?: [kind: string, words: string][];
}

function quoted({ citations }: Texts, source: number, quote?: string): Evidence {
  const { sourceId, title, url, visibility, excerpt } = citations[source] as Citation;
  return { sourceId, title, visibility, quote: quote ?? excerpt, ...(url && { url }) };
}

function checkOf(draft: string, statements: readonly Statement[], more: Partial<DraftCheck> = {}): DraftCheck {
  const sentences = statements.map(({ words, questioned = [], verdict, ...rest }): CheckedSentence => {
    const start = draft.indexOf(words);
    if (start < 0) throw new Error(`The sample has no sentence "${words}"`);
    const claims = questioned.map(([kind, part]) => {
      const at = start + words.indexOf(part);
      return { kind, start: at, end: at + part.length, verdict };
    });
    return { start, end: start + words.length, verdict, ...rest, ...(claims.length > 0 && { claims }) };
  });
  const supported = statements.filter(({ verdict }) => verdict === 'supported').length;
  return { sentences, supported, claims: statements.length, ...more };
}

/** Of every kind one: supported, in no source, and two sources that contradict each other. */
export const REFUND_EN_CHECK = checkOf(
  REFUND_EN.draft,
  [
    {
      words:
        'You can send it back free of charge within 30 days of delivery, and your refund goes out within 5 working days after the parcel reaches us.',
      verdict: 'supported',
      evidence: quoted(REFUND_EN, 0),
    },
    {
      words: 'It returns to the card you paid with.',
      verdict: 'supported',
      evidence: quoted(REFUND_EN, 0, 'Refunds are made to the original payment method.'),
    },
    {
      words: 'To start, open "My orders", choose order 20431 and press "Return an item".',
      verdict: 'supported',
      evidence: {
        sourceId: 'conversation',
        title: '',
        visibility: 'conversation',
        quote: 'Order 20431.',
      },
    },
    {
      words: 'The label comes by e-mail right away.',
      verdict: 'unsupported',
      secondOpinion: 'unsupported',
    },
    {
      words: 'If you would rather have a replacement, tell me and I will send one today.',
      verdict: 'contradicted',
      questioned: [['promise', 'I will send one today']],
      evidence: {
        sourceId: 'article:322',
        title: 'Replacements',
        url: 'https://help.example.com/en-us/articles/322',
        visibility: 'public',
        quote: 'Replacements leave our warehouse within 2 working days.',
      },
      agreeing: quoted(REFUND_EN, 1),
    },
  ],
  { opinionCostUsd: '0.00031' },
);

export const REFUND_RU_CHECK = checkOf(REFUND_RU.draft, [
  {
    words: 'Вернуть товар можно в течение 30 дней со дня получения.',
    verdict: 'supported',
    evidence: quoted(REFUND_RU, 0),
  },
  {
    words:
      'Если кнопка возврата недоступна, обновите страницу через час после получения заказа: статус доставки обновляется не сразу.',
    verdict: 'unsupported',
    questioned: [['duration', 'через час']],
  },
  {
    words: 'Обмен на другой размер бесплатный: в заявке на возврат выберите «Обменять» и укажите нужный размер.',
    verdict: 'supported',
    evidence: quoted(REFUND_RU, 0, 'Обмен на другой размер бесплатный.'),
  },
]);

/** What policy took out has left its trace, and a second opinion stands where no passage does. */
export const SHIPPING_DE_CHECK = checkOf(
  SHIPPING_DE.draft,
  [
    {
      words:
        'Pakete nach Österreich brauchen 4 bis 7 Werktage; nach 10 Werktagen gilt eine Sendung bei uns als verloren.',
      verdict: 'supported',
      evidence: quoted(SHIPPING_DE, 0),
    },
    {
      words: 'Wir schicken Ihnen dann kostenlos Ersatz oder erstatten den Betrag, ganz wie Sie möchten.',
      verdict: 'supported',
      secondOpinion: 'supported',
    },
  ],
  { changed: { how: 'strike', sentences: 2 }, opinionCostUsd: '0.00042' },
);

export const LONG_THREAD_CHECK = checkOf(LONG_THREAD.draft, [
  {
    words:
      'yes, there is one: in the phone\'s settings, open Apps, choose Larkspur, then Battery, and select "Unrestricted".',
    verdict: 'supported',
    evidence: quoted(LONG_THREAD, 0),
  },
]);

const SHA256 = '9f2c51e0b7a4d83366c1f0a52be7d9184cc03ad5f6e1b2978d40c3a1e5f7b680';

/** A receipt of one call; `at` is set where the sample is placed in time. */
export function receipt(changes: Partial<ProcessingReceipt> = {}): ProcessingReceipt {
  return {
    at: '',
    completionId: 'c1',
    reference: null,
    connector: 'zendesk',
    account: 'larkspur',
    purpose: 'reply',
    provider: 'openai',
    model: 'gpt-5-mini',
    host: 'api.openai.com',
    region: 'eu',
    outcome: 'answered',
    replaced: { PERSON: 2, EMAIL: 1 },
    payloadSha256: SHA256,
    payloadBytes: 6412,
    ...changes,
  };
}

export const SENT = [receipt()];
export const SENT_TWICE = [
  receipt({ outcome: 'failed', completionId: 'c2' }),
  receipt({
    completionId: 'c2',
    provider: 'anthropic',
    model: 'claude-sonnet-5',
    host: 'api.anthropic.com',
    region: null,
    payloadBytes: 6588,
  }),
];
/** The leak check held back one call; a model on this machine answered. */
export const STOPPED = [
  receipt({
    outcome: 'leak',
    host: null,
    region: null,
    payloadSha256: null,
    payloadBytes: null,
    replaced: { PHONE: 1 },
  }),
  receipt({
    provider: 'local',
    model: 'qwen3',
    host: '127.0.0.1:11434',
    region: 'this machine',
    replaced: { PHONE: 1 },
  }),
];
