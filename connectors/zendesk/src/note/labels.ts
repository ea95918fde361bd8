/** What agents read in a note around the draft itself. Quotes come with their marks already. */
export interface NoteLabels {
  sources: string;
  public: string;
  internal: string;
  kinds: { article: string; macro: string; 'past-reply': string };
  byModel: (model: string) => string;
  byNobody: string;
  shortened: string;
  quote: (text: string) => string;
  /** "14 of 15 statements supported" */
  supported: (supported: number, claims: number) => string;
  nothingToCheck: string;
  changed: { strike: (sentences: number) => string; question: (sentences: number) => string };
  toCheck: string;
  /** Nothing can be looked up in the sentence: its words are in no source. */
  noSource: string;
  /** What of it is in no source. */
  inNoSource: (claims: string) => string;
  otherwise: string;
  sourcesDisagree: string;
  opinion: { supported: string; unsupported: string };
  conversation: string;
  more: (left: number) => string;
  attachments: string;
  attachmentsUnseen: string;
  size: (bytes: number) => string;
}

const russian = new Intl.PluralRules('ru');
const inRussian = (count: number, one: string, few: string, many: string) =>
  ({ one, few, many })[russian.select(count) as 'one' | 'few' | 'many'] ?? many;

/** "1.2 MB", as people of that language write it. */
function sizeIn(language: 'en' | 'ru'): (bytes: number) => string {
  const kilo = new Intl.NumberFormat(language, { style: 'unit', unit: 'kilobyte', maximumFractionDigits: 0 });
  const mega = new Intl.NumberFormat(language, { style: 'unit', unit: 'megabyte', maximumFractionDigits: 1 });
  return (bytes) =>
    bytes < 1_000_000 ? kilo.format(Math.max(1, Math.round(bytes / 1_000))) : mega.format(bytes / 1e6);
}

export const NOTE_LABELS: Readonly<Record<'en' | 'ru', NoteLabels>> = {
  en: {
    sources: 'Sources',
    public: 'public',
    internal: 'INTERNAL: do not quote it to the customer',
    kinds: { article: 'article', macro: 'macro', 'past-reply': 'earlier reply' },
    byModel: (model) => `Draft by ${model}, check before sending.`,
    byNobody: 'No model wrote this: composed from your own articles and macros. Check before sending.',
    shortened: 'The draft was too long for a note and ends here.',
    quote: (text) => `“${text}”`,
    supported: (supported, claims) =>
      `${supported} of ${claims} ${claims === 1 ? 'statement' : 'statements'} supported`,
    nothingToCheck: 'Nothing in this draft needs a source',
    changed: {
      strike: (n) =>
        n === 1 ? '1 sentence without a source was taken out.' : `${n} sentences without a source were taken out.`,
      question: (n) =>
        n === 1
          ? '1 sentence without a source was turned into a question for you.'
          : `${n} sentences without a source were turned into questions for you.`,
    },
    toCheck: 'Check before sending',
    noSource: 'No source says this.',
    inNoSource: (claims) => `In no source: ${claims}.`,
    otherwise: 'A source says otherwise:',
    sourcesDisagree: 'Your sources contradict each other:',
    opinion: {
      supported: 'No source says this word for word; a second model finds it supported.',
      unsupported: 'A second model finds no support either.',
    },
    conversation: 'This conversation',
    more: (left) => `… and ${left} more, in the Draftsmith console`,
    attachments: 'Attached by the customer',
    attachmentsUnseen: 'Draftsmith has not looked into these files.',
    size: sizeIn('en'),
  },
  ru: {
    sources: 'Источники',
    public: 'для всех',
    internal: 'ВНУТРЕННИЙ: не цитируйте клиенту',
    kinds: { article: 'статья', macro: 'макрос', 'past-reply': 'прежний ответ' },
    byModel: (model) => `Черновик написала модель ${model}, проверьте перед отправкой.`,
    byNobody: 'Модель не участвовала: текст собран из ваших статей и макросов. Проверьте перед отправкой.',
    shortened: 'Черновик не поместился в заметку целиком и обрывается здесь.',
    quote: (text) => `«${text}»`,
    supported: (supported, claims) =>
      // The genitive goes with the second number: "из 21 утверждения", "из 15 утверждений".
      `Подтверждено ${supported} из ${claims} ${inRussian(claims, 'утверждения', 'утверждений', 'утверждений')}`,
    nothingToCheck: 'В этом черновике нечего сверять с источниками',
    changed: {
      strike: (n) =>
        `${inRussian(n, 'Убрано', 'Убраны', 'Убрано')} ${n} ${inRussian(n, 'предложение', 'предложения', 'предложений')} без источника.`,
      question: (n) =>
        `${n} ${inRussian(n, 'предложение', 'предложения', 'предложений')} без источника ${inRussian(n, 'превращено в вопрос', 'превращены в вопросы', 'превращены в вопросы')} к вам.`,
    },
    toCheck: 'Проверьте перед отправкой',
    noSource: 'Этого нет ни в одном источнике.',
    inNoSource: (claims) => `Нет ни в одном источнике: ${claims}.`,
    otherwise: 'В источнике сказано иначе:',
    sourcesDisagree: 'Ваши источники противоречат друг другу:',
    opinion: {
      supported: 'Дословно этого нет в источниках; вторая модель считает, что они это подтверждают.',
      unsupported: 'Вторая модель тоже не нашла подтверждения.',
    },
    conversation: 'Эта переписка',
    more: (left) => `… и ещё ${left}, в консоли Draftsmith`,
    attachments: 'Вложения клиента',
    attachmentsUnseen: 'Draftsmith не заглядывал в эти файлы.',
    size: sizeIn('ru'),
  },
};
