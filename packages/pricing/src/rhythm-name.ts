import { type WrittenLanguage, writtenLanguage } from './locale.ts';
import type { Rhythm } from './rhythm.ts';

const NAMES: Readonly<Record<WrittenLanguage, Readonly<Record<Rhythm, string>>>> = {
  en: {
    once: 'one-time',
    week: 'per week',
    'two-weeks': 'every two weeks',
    month: 'per month',
    quarter: 'per quarter',
    'half-year': 'every six months',
    year: 'per year',
    'two-years': 'every two years',
    'three-years': 'every three years',
    'four-years': 'every four years',
    'five-years': 'every five years',
  },
  ru: {
    once: 'разово',
    week: 'в неделю',
    'two-weeks': 'раз в две недели',
    month: 'в месяц',
    quarter: 'в квартал',
    'half-year': 'раз в полгода',
    year: 'в год',
    'two-years': 'раз в два года',
    'three-years': 'раз в три года',
    'four-years': 'раз в четыре года',
    'five-years': 'раз в пять лет',
  },
  de: {
    once: 'einmalig',
    week: 'pro Woche',
    'two-weeks': 'alle zwei Wochen',
    month: 'pro Monat',
    quarter: 'pro Quartal',
    'half-year': 'pro Halbjahr',
    year: 'pro Jahr',
    'two-years': 'alle zwei Jahre',
    'three-years': 'alle drei Jahre',
    'four-years': 'alle vier Jahre',
    'five-years': 'alle fünf Jahre',
  },
  fr: {
    once: 'en une fois',
    week: 'par semaine',
    'two-weeks': 'toutes les deux semaines',
    month: 'par mois',
    quarter: 'par trimestre',
    'half-year': 'par semestre',
    year: 'par an',
    'two-years': 'tous les deux ans',
    'three-years': 'tous les trois ans',
    'four-years': 'tous les quatre ans',
    'five-years': 'tous les cinq ans',
  },
  es: {
    once: 'pago único',
    week: 'por semana',
    'two-weeks': 'cada dos semanas',
    month: 'al mes',
    quarter: 'por trimestre',
    'half-year': 'por semestre',
    year: 'al año',
    'two-years': 'cada dos años',
    'three-years': 'cada tres años',
    'four-years': 'cada cuatro años',
    'five-years': 'cada cinco años',
  },
  pt: {
    once: 'pagamento único',
    week: 'por semana',
    'two-weeks': 'a cada duas semanas',
    month: 'por mês',
    quarter: 'por trimestre',
    'half-year': 'por semestre',
    year: 'por ano',
    'two-years': 'a cada dois anos',
    'three-years': 'a cada três anos',
    'four-years': 'a cada quatro anos',
    'five-years': 'a cada cinco anos',
  },
};

/** @param rhythm as `PriceTotal.rhythm` has it; an unknown one comes back as it is */
export function rhythmName(rhythm: string, locale: string): string {
  const names: Readonly<Record<string, string>> = NAMES[writtenLanguage(locale)];
  return Object.hasOwn(names, rhythm) ? (names[rhythm] ?? rhythm) : rhythm;
}
