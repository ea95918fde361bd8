import { en, type Messages } from './en.ts';
import { ru } from './ru.ts';

const MESSAGES: Record<string, Messages> = { en, ru };

export interface Language {
  /** Of the app's own words. */
  code: 'en' | 'ru';
  m: Messages;
  /** What the agent reads, ISO 639-1: translations and summaries are made for them in any language. */
  reads: string;
}

/** `locale` as Zendesk gives it: `en-US`, `ru`, `pt-br`, `en-001`. */
export function languageOf(locale: string): Language {
  const reads = /^[a-z]{2,3}(?=$|[-_])/i.exec(locale)?.[0].toLowerCase() ?? 'en';
  const code = reads === 'ru' ? 'ru' : 'en';
  return { code, m: MESSAGES[code] ?? en, reads };
}
