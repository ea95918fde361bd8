import { type WrittenLanguage, writtenLanguage } from '@draftsmith/pricing';
import { DE } from './de.ts';
import { EN } from './en.ts';
import { ES } from './es.ts';
import { FR } from './fr.ts';
import type { Phrases } from './phrases.ts';
import { PT } from './pt.ts';
import { RU } from './ru.ts';

const PHRASES: Readonly<Record<WrittenLanguage, Phrases>> = { en: EN, ru: RU, de: DE, fr: FR, es: ES, pt: PT };

/** @param locale BCP 47; English where there are no words of ours */
export function phrasesFor(locale: string): Phrases {
  return PHRASES[writtenLanguage(locale)];
}
