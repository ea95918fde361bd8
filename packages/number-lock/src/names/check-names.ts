import type { ReadDocument } from '@draftsmith/grounding';
import type { Prose } from '../read/prose.ts';
import type { Finding } from '../terms.ts';
import { hasNounForm, isGermanNoun } from './german-nouns.ts';
import { isCommonCapital, opensAsName } from './ordinary-words.ts';
import { sameWord } from './same-word.ts';

/** A word with a capital: `sure` is a name unless it is bound, `doubtful` only where the sentence makes it one. */
interface Capital {
  token: number;
  sure: boolean;
}

/** Any case: they make a company of what stands before them. */
const LEGAL_FORM =
  /^(?:gmbh|ag|kg|ohg|gbr|ug|inc|corp|corporation|ltd|limited|llc|llp|plc|sarl|sas|sasu|ltda|sl|slu|srl|spa|bv|nv|oy|ab|oyj|ооо|оао|зао|пао|ао|нао)$/u;
/** Latin letters that are also words. */
const ALSO_WORDS = /^(?:ab|ag|sas|spa|sl|kg|ug|corp|inc|limited|ao)$/u;

/** @param known word rows that may be repeated: names, facts, cited texts */
export function findNames(
  prose: Prose,
  known: readonly (readonly string[])[],
  isBound: (token: number) => boolean,
): Finding[] {
  const { reader } = prose.document;
  const lower = new Set(
    reader.tokens.flatMap(({ text }, index) => (text === text.toLowerCase() ? [reader.word(index)] : [])),
  );
  return runsOf(prose, capitalsOf(prose, isBound)).flatMap((run) => {
    const rest = refusedOf(prose, run, known, lower);
    if (rest.length === 0) return [];
    const [start, end] = [reader.tokens[rest[0] ?? 0]?.start ?? 0, reader.tokens[rest.at(-1) ?? 0]?.end ?? 0];
    return [{ start, end, text: prose.text.slice(start, end), code: 'name' as const, figure: false }];
  });
}

function capitalsOf(prose: Prose, isBound: (token: number) => boolean): Capital[] {
  const { document, language } = prose;
  const { reader } = document;
  const byReader = new Map(
    document.sentences.flatMap(({ names }) => names.map(({ token, certainty }) => [token, certainty] as const)),
  );
  return reader.tokens.flatMap(({ type, text }, token): Capital[] => {
    if (prose.spanAt(token) || isBound(token) || !(type === 'word' || type === 'code')) return [];
    const word = reader.word(token);
    if (LEGAL_FORM.test(word) && (/^\p{Lu}/u.test(text) || !ALSO_WORDS.test(word))) return [{ token, sure: true }];
    const certainty = byReader.get(token);
    if (certainty === undefined || isCommonCapital(bare(word))) return [];
    if (certainty === 'sure') return [{ token, sure: true }];
    const opens = prose.rangeOf(token).from === token || opensClause(reader, token);
    if (language !== 'de') return [{ token, sure: !opens }];
    return isGermanNoun(reader, token) ? [] : [{ token, sure: !opens }];
  });
}

/** A capital behind a colon or a bullet begins a sentence. */
function opensClause(reader: ReadDocument['reader'], token: number): boolean {
  return /^[:•·\n!?¿¡.…]+$/u.test(reader.word(token - 1));
}

/** Capitals side by side are one name: "Harbor & Pine Shipping". */
function runsOf({ document }: Prose, capitals: readonly Capital[]): Capital[][] {
  const runs: Capital[][] = [];
  for (const capital of capitals) {
    const last = runs.at(-1)?.at(-1);
    const gap = last ? capital.token - last.token : 0;
    const joined = gap === 1 || (gap === 2 && /^[&'’.‐-]$/u.test(document.reader.word(capital.token - 1)));
    if (last && joined) runs.at(-1)?.push(capital);
    else runs.push([capital]);
  }
  return runs;
}

/** The words of a run that name somebody whom nothing names; empty where all is well. */
function refusedOf(
  { document, language }: Prose,
  run: readonly Capital[],
  known: readonly (readonly string[])[],
  lower: ReadonlySet<string>,
): readonly number[] {
  const { reader } = document;
  const tokens = run.map(({ token }) => token);
  const holds = (part: readonly number[]) =>
    isKnown(
      part.map((token) => reader.word(token)),
      known,
    );
  if (holds(tokens)) return [];
  const [first] = run;
  if (!first || first.sure) return tokens;
  const rest = tokens.slice(1);
  // "Contact Marina Sokolova": the first word only opens the sentence.
  if (rest.length > 0) return holds(rest) ? [] : tokens;
  const word = reader.word(first.token);
  if (lower.has(word) || (language === 'de' && hasNounForm(word))) return [];
  const next = reader.word(first.token + 1);
  const suspicious = language === 'de' ? isGermanSubject(reader, first.token) : opensAsName(bare(word), next, language);
  return suspicious ? tokens : [];
}

const GERMAN_VERB =
  /^(?:wird|hat|ist|kann|soll|will|muss|erhalt|bekommt|nutzt|liefert|bietet|braucht|zahlt|setzt|arbeitet|plant|wahlt|spart)$/u;
const GERMAN_OPENER =
  /^(?:damit|dazu|dabei|danach|dadurch|dafur|darin|hier|heute|so|es|er|sie|wir|ihr|das|dies|diese[rsmn]?|jede[rsmn]?|was|wer|wie|wo|wann|nun|jetzt|zunachst|anschliessend|gemeinsam|ausserdem|zudem|schliesslich|zuletzt|einfach|alles|nichts|niemand|jemand|erst|zuerst|derzeit|aktuell|bisher|kunftig|somit|daher|deshalb|folglich|ebenso|auch|dort|darauf|daraus|hierfur|hiermit|bei|mit|nach|fur|vor|wichtig|entscheidend|enthalten|grundlage)$/u;

function isGermanSubject(reader: ReadDocument['reader'], token: number): boolean {
  return GERMAN_VERB.test(reader.word(token + 1)) && !GERMAN_OPENER.test(reader.word(token));
}

function bare(word: string): string {
  return word.replace(/['’]s?$/u, '');
}

/** Whether a row of known words holds these, side by side. */
function isKnown(words: readonly string[], known: readonly (readonly string[])[]): boolean {
  const [first = ''] = words;
  return known.some((row) =>
    row.some(
      (_, at) => sameWord(row[at] ?? '', first) && words.every((word, index) => sameWord(row[at + index] ?? '', word)),
    ),
  );
}
