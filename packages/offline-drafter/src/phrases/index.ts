import { de } from './de.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';
import type { LanguagePack } from './language-pack.ts';
import { pt } from './pt.ts';
import { ru } from './ru.ts';

export const LANGUAGE_PACKS: readonly LanguagePack[] = [en, ru, de, es, fr, pt];

/** @param language ISO 639-1 or BCP 47 in any case: `pt-BR` is `pt`. */
export function languagePack(language: string): LanguagePack | undefined {
  const code = primaryLanguage(language);
  return LANGUAGE_PACKS.find((pack) => pack.language === code);
}

export function primaryLanguage(locale: string): string {
  return locale.toLowerCase().split(/[-_]/)[0] ?? '';
}
