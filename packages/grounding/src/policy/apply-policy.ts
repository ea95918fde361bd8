import type { DraftCheck, SentenceCheck } from '../types.ts';
import { strike } from './strike.ts';

/** What an account wants done with sentences that no source supports. */
export type Policy = 'mark' | 'strike' | 'question' | 'withhold';

export type PolicyResult =
  | { outcome: 'written'; text: string /** Sentences that were changed or taken out. */; changed: number }
  | { outcome: 'withheld'; reason: string };

const QUESTIONS: Readonly<Record<string, (sentence: string) => string>> = {
  en: (sentence) => `[Please check, no source supports this: ${sentence}]`,
  de: (sentence) => `[Bitte prüfen, keine Quelle belegt dies: ${sentence}]`,
  fr: (sentence) => `[À vérifier, aucune source ne le confirme : ${sentence}]`,
  es: (sentence) => `[Por favor, compruébelo, ninguna fuente lo confirma: ${sentence}]`,
  pt: (sentence) => `[Por favor, verifique, nenhuma fonte confirma isto: ${sentence}]`,
  ru: (sentence) => `[Проверьте, источник этого не подтверждает: ${sentence}]`,
};

/**
 * The draft as the account's policy wants it. `mark` leaves the text alone: the display shows the verdicts.
 * `withhold` holds back the whole draft for one unsupported sentence. So does `strike` when nothing but courtesies would be left.
 *
 * @param text the draft that was checked; offsets refer to it.
 */
export function applyPolicy(check: DraftCheck, text: string, policy: Policy): PolicyResult {
  const bad = check.sentences.filter(({ verdict }) => verdict === 'unsupported' || verdict === 'contradicted');
  if (policy === 'mark' || bad.length === 0) return { outcome: 'written', text, changed: 0 };
  if (policy === 'withhold') return { outcome: 'withheld', reason: reasonFor(bad, check.claims) };
  if (policy === 'question') return { outcome: 'written', text: asQuestions(check, text, bad), changed: bad.length };
  if (check.supported === 0) return { outcome: 'withheld', reason: reasonFor(bad, check.claims) };
  return { outcome: 'written', text: strike(text, check.sentences, check.language), changed: bad.length };
}

function reasonFor(bad: readonly SentenceCheck[], claims: number): string {
  const contradicted = bad.filter(({ verdict }) => verdict === 'contradicted').length;
  const first = `${bad.length} of ${claims} statements have no support in the sources`;
  return contradicted === 0 ? first : `${first}, ${contradicted} of them contradict one`;
}

function asQuestions({ language }: DraftCheck, text: string, bad: readonly SentenceCheck[]): string {
  const ask = QUESTIONS[language] ?? QUESTIONS.en;
  let [written, at] = ['', 0];
  for (const { start, end } of bad) {
    const sentence = text.slice(start, end);
    written += text.slice(at, start) + (ask ? ask(sentence) : sentence);
    at = end;
  }
  return written + text.slice(at);
}
