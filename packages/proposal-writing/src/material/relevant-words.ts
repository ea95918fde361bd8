import type { DealContext } from '@draftsmith/contracts';
import { fold } from '@draftsmith/letters';

/** Beginnings of words by which people say what they need, decide and plan, in the suite's languages; folded. */
const NEED_WORDS = [
  'need requir want looking problem issue challeng struggl goal plan decision decid replac migrat improv slow manual',
  'нуж требу хот проблем задач цель план реше замен переход улучш медлен вручную',
  'brauch benotig mocht wunsch wollen problem ziel plan entscheid ersetz umstell verbesser langsam manuell',
  'besoin exig souhait voulons probleme objectif projet decision remplac migrer amelior lent manuel',
  'necesit requer quer quisier problema objetivo decision reemplaz sustitu migrar mejor lent manual',
  'precis requer quer gostari problema objetivo decis substitu migrar melhor lent manual',
].flatMap((words) => words.split(' '));

/** Words of names that say nothing: short ones, and those of legal forms. */
const LEAST_LETTERS = 4;
const MOST_WORDS = 200;

/** Folded words that make an activity worth reading: what is sold, for what, and how people say what they need. */
export function relevantWords({ lineItems, deal }: Pick<DealContext, 'lineItems' | 'deal'>): readonly string[] {
  const texts = [
    ...lineItems.map(({ name }) => name),
    deal.name,
    ...lineItems.map(({ description = '' }) => description),
  ];
  const words = texts.flatMap((text) => fold(text).match(/\p{L}[\p{L}\p{M}\p{N}]*/gu) ?? []);
  const long = words.filter((word) => word.length >= LEAST_LETTERS);
  return [...new Set([...NEED_WORDS, ...long])].slice(0, MOST_WORDS);
}

/** How many words of a sentence say what somebody needs; three are as good as ten. */
export function needsIn(sentence: string): number {
  const words = fold(sentence).match(/\p{L}[\p{L}\p{M}]*/gu) ?? [];
  return Math.min(3, words.filter((word) => NEED_WORDS.some((need) => word.startsWith(need))).length);
}
