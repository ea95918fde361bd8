import { fold } from '../fold.ts';
import { COMMON, FIRST_NAME, LAST_NAME, type Lexicon } from './lexicon.ts';
import { isSurnameByShape } from './surname-shape.ts';

/** A word as a reader of names sees it: "O'Brien" and "Jean-Pierre" are one, "Anna's" ends before its apostrophe. */
export interface Token {
  text: string;
  folded: string;
  start: number;
  end: number;
  /** What stands between the token before and this one. */
  gap: string;
  capital: boolean;
  /** All in upper case, and more than a letter. */
  caps: boolean;
  /** "J." */
  initial: boolean;
  /** First word of a sentence, line or quotation, where everything is capitalised. */
  opens: boolean;
  flags: number;
}

const TOKEN = /\p{L}[\p{L}\p{M}]*(?:['’-]\p{L}[\p{L}\p{M}]*)*/gu;
const APOSTROPHE = /['’]/;
const POSSESSIVE = /['’]s?$/;
/** "j'ai", "dell'Anna"; not "D'Angelo". */
const ELISION =
  /^(?:(?:[ldjnmtsc]|qu|dell|all|nell|sull|dall|un)['’]|(?:[LDJNMTSC]|Qu|Dell|All|Nell|Sull|Dall|Un)['’](?=\p{Ll}))/u;
const OPENS = /[.!?:…\n\0•|>"“«„(]/;
/** A full stop after one of these ends no sentence. */
const SHORT = new Set(
  'mr mrs ms dr prof st jr sr dott sig sra srta ing mag hr fr m mme mlle me г гр им ул д'.split(' '),
);

export function tokensOf(text: string, lexicon: Lexicon): Token[] {
  const tokens: Token[] = [];
  let end = 0;
  for (const match of text.matchAll(TOKEN)) {
    const apostrophe = APOSTROPHE.test(match[0]);
    const elided = apostrophe ? (ELISION.exec(match[0])?.[0].length ?? 0) : 0;
    const written = apostrophe ? match[0].slice(elided).replace(POSSESSIVE, '') : match[0];
    const start = match.index + elided;
    const gap = text.slice(end, start);
    end = start + written.length;
    const previous = tokens.at(-1);
    const capital = isUpper(written);
    const folded = fold(written);
    tokens.push({
      text: written,
      folded,
      start,
      end,
      gap,
      capital,
      caps: capital && written.length > 1 && written === written.toUpperCase(),
      initial: capital && written.length === 1 && text[end] === '.',
      opens: !previous || (OPENS.test(gap) && !(isShort(previous) && /^\.[ -]?$/.test(gap))),
      flags: flagsOf(folded, lexicon),
    });
  }
  return tokens;
}

function isShort(token: Token): boolean {
  return token.initial || SHORT.has(token.folded);
}

function isUpper(word: string): boolean {
  const first = word[0] ?? '';
  return first !== first.toLowerCase();
}

/** Who signs for a firm: "Kundenservice", "Supportteam", "Soporte". */
const DEPARTMENT =
  /service|support|soporte|suporte|kunden|dienst|team|servi[cz]i|vertrieb|abteilung|equip|assisten|verwaltung/;

function flagsOf(folded: string, lexicon: Lexicon): number {
  const flags = lexicon.flagsOf(folded);
  if (flags !== 0) return flags;
  if (DEPARTMENT.test(folded)) return COMMON;
  if (/['’-]/.test(folded)) {
    const whole = lexicon.flagsOf(folded.replace(/['’-]/g, ''));
    if (whole !== 0) return whole;
    const parts = folded.split(/['’-]/).map((part) => lexicon.flagsOf(part));
    const names = parts.reduce((all, part) => all | part, 0) & (FIRST_NAME | LAST_NAME);
    // "Smith-Jones" is a name, "check-in" and "Wi-Fi" are words.
    if (parts.some((part) => part & (FIRST_NAME | LAST_NAME) && !(part & COMMON))) return names;
    return parts.some((part) => part & COMMON) ? COMMON : 0;
  }
  return isSurnameByShape(folded) ? LAST_NAME : 0;
}

/** Index of the last token that ends at `offset` or before; -1 for none. */
export function tokenBefore(tokens: readonly Token[], offset: number): number {
  let [low, high] = [0, tokens.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((tokens[middle]?.end ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
