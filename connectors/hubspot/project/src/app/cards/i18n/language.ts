import { en, type Messages } from './en.ts';
import { ru } from './ru.ts';

export interface Language {
  /** Of the card's own words. */
  code: 'en' | 'ru';
  m: Messages;
  /** BCP 47: how this person reads dates and numbers. */
  locale: string;
}

/**
 * HubSpot itself has no Russian interface, so somebody who reads Russian shows it by the locale of dates and numbers only:
 * either of the two is enough.
 */
export function languageOf(user: { language?: string; locale?: string }): Language {
  const tags = [user.language, user.locale].map(tagOf);
  const code = tags.some((tag) => tag.startsWith('ru')) ? 'ru' : 'en';
  return { code, m: code === 'ru' ? ru : en, locale: tags.find((tag) => tag.startsWith(`${code}-`)) ?? code };
}

/** HubSpot writes `en-us`, `pt-br`, sometimes `pt_BR`. Empty for what is no language tag. */
function tagOf(given: string | undefined): string {
  try {
    return Intl.getCanonicalLocales(given?.replaceAll('_', '-') ?? [])[0] ?? '';
  } catch {
    return '';
  }
}
