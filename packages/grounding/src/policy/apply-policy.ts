import type { DraftCheck, SentenceCheck } from '../types.ts';
import { strike } from './strike.ts';

/** What an account wants done with sentences that no source supports. */
export type Policy = 'mark' | 'strike' | 'question' | 'withhold';

export type PolicyResult =
  | {
      outcome: 'written';
      text: string;
      /** Sentences that were changed or taken out. */
      changed: number;
      /** The check with its offsets in the new text. Absent where sentences were taken out: what is left has to be checked again. */
      check?: DraftCheck;
    }
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
  if (policy === 'mark' || bad.length === 0) return { outcome: 'written', text, changed: 0, check };
  if (policy === 'withhold') return { outcome: 'withheld', reason: reasonFor(bad, check.claims) };
  if (policy === 'question') return { outcome: 'written', changed: bad.length, ...asQuestions(check, text, bad) };
  if (check.supported === 0) return { outcome: 'withheld', reason: reasonFor(bad, check.claims) };
  return { outcome: 'written', text: strike(text, check.sentences, check.language), changed: bad.length };
}

function reasonFor(bad: readonly SentenceCheck[], claims: number): string {
  const contradicted = bad.filter(({ verdict }) => verdict === 'contradicted').length;
  const first = `${bad.length} of ${claims} statements have no support in the sources`;
  return contradicted === 0 ? first : `${first}, ${contradicted} of them contradict one`;
}

/**
 * Each bad sentence within a note to the agent. Checked again, the note's own words would count: "does not support" turns
 * a wrong "can" into a right "cannot". So the verdicts stay and only their places move.
 */
function asQuestions(
  check: DraftCheck,
  text: string,
  bad: readonly SentenceCheck[],
): { text: string; check: DraftCheck } {
  const ask = QUESTIONS[check.language] ?? QUESTIONS.en;
  const isBad = new Set(bad);
  const sentences: SentenceCheck[] = [];
  let [written, at] = ['', 0];
  for (const sentence of check.sentences) {
    const own = text.slice(sentence.start, sentence.end);
    const shown = ask && isBad.has(sentence) ? ask(own) : own;
    written += text.slice(at, sentence.start);
    sentences.push(moved(sentence, written.length + shown.lastIndexOf(own) - sentence.start));
    written += shown;
    at = sentence.end;
  }
  return { text: written + text.slice(at), check: { ...check, sentences } };
}

function moved(sentence: SentenceCheck, by: number): SentenceCheck {
  const move = <Place extends { start: number; end: number }>(place: Place): Place => ({
    ...place,
    start: place.start + by,
    end: place.end + by,
  });
  return { ...move(sentence), claims: sentence.claims.map(move) };
}
