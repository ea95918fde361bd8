import type { KnowledgeDocument } from '@draftsmith/contracts';
import { seededRandom } from '@draftsmith/seeded-random';
import { VOCABULARIES, type Vocabulary } from './vocabulary.ts';

export interface GeneratedQuestion {
  language: string;
  text: string;
  /** The document that it was made for. */
  answer: string;
}

const SYLLABLES = 'ba ce di fo gu ha ke li mo nu pa re si to vu xa ze lor min tas ver quin dor hel pra sko'.split(' ');
const PRODUCTS = 400;
const RARER_WORDS = 30_000;
const SENTENCES = 9;

/** Articles of an invented company, always the same for a seed: frequent words, rare words, products with model numbers. */
export function createGenerator(seed: number) {
  const random = seededRandom(seed);
  const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(random() * items.length)] as Item;
  const word = (least: number) =>
    Array.from({ length: least + Math.floor(random() * 2) }, () => pick(SYLLABLES)).join('');
  const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
  const products = Array.from(
    { length: PRODUCTS },
    () => `${capital(word(2))} ${pick(['K', 'X', 'M'])}${1 + Math.floor(random() * 90)}`,
  );
  const rarer = Array.from({ length: RARER_WORDS }, () => word(3));
  // Few words are written often and most hardly ever, as in every language.
  const rarerWord = () => rarer[Math.floor(rarer.length * random() ** 3)] ?? '';

  const fill = (template: string, fixed: Readonly<Record<string, string>>): string =>
    template.replace(/\{(\w)\}/g, (_, slot: string) => {
      if (fixed[slot] !== undefined) return fixed[slot];
      return slot === 'n' ? String(2 + Math.floor(random() * 40)) : rarerWord();
    });

  const languages = Object.entries(VOCABULARIES);
  return {
    /** One document, and a question that it answers: its product, object, action, and a word of its own. */
    next(id: number): { document: KnowledgeDocument; question: GeneratedQuestion } {
      const [language, vocabulary] = pick(languages) as [string, Vocabulary];
      const fixed = { p: pick(products), o: pick(vocabulary.objects), a: pick(vocabulary.actions) };
      const own = rarerWord();
      const sentence = (w: string | undefined) =>
        fill(
          pick(vocabulary.sentences),
          random() < 0.6
            ? { ...fixed, ...(w && { w }) }
            : { p: fixed.p, o: pick(vocabulary.objects), a: pick(vocabulary.actions) },
        );
      const text = Array.from({ length: SENTENCES }, (_, i) => sentence(i < 3 ? own : undefined));
      const answer = `d${id}`;
      return {
        document: {
          id: answer,
          kind: 'article',
          title: fill(pick(vocabulary.titles), fixed),
          text: `${text.slice(0, 5).join(' ')}\n\n${text.slice(5).join(' ')}`,
          locale: language,
          visibility: random() < 0.05 ? 'internal' : 'public',
          updatedAt: new Date(Date.UTC(2020, 0, 1) + Math.floor(random() * 2_000) * 86_400_000).toISOString(),
        },
        question: { language, answer, text: fill(pick(vocabulary.questions), { ...fixed, w: own }) },
      };
    },
  };
}
