/** What agents read in a note around the draft itself. */
export interface NoteLabels {
  sources: string;
  public: string;
  internal: string;
  kinds: { article: string; macro: string; 'past-reply': string };
  byModel: (model: string) => string;
  byNobody: string;
  shortened: string;
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
  },
  ru: {
    sources: 'Источники',
    public: 'для всех',
    internal: 'ВНУТРЕННИЙ: не цитируйте клиенту',
    kinds: { article: 'статья', macro: 'макрос', 'past-reply': 'прежний ответ' },
    byModel: (model) => `Черновик написала модель ${model}, проверьте перед отправкой.`,
    byNobody: 'Модель не участвовала: текст собран из ваших статей и макросов. Проверьте перед отправкой.',
    shortened: 'Черновик не поместился в заметку целиком и обрывается здесь.',
  },
};
