import { type ReadDocument, readDocument } from '@draftsmith/grounding';
import type { Category } from '../lexicon/entry.ts';
import { matchWords } from '../lexicon/match.ts';
import { findPromises } from '../lexicon/promises.ts';
import type { FactSpan } from '../terms.ts';

/** Tokens `from` to `to` (exclusive) that state something. */
export interface Stated {
  from: number;
  to: number;
  category: Category | 'digits' | 'percent-sign';
}

/** A text read once: the document's offsets are the text's, with neutral letters where facts stand. */
export interface Prose {
  text: string;
  language: string;
  spans: readonly FactSpan[];
  document: ReadDocument;
  /** What a token is filled by. */
  spanAt(token: number): FactSpan | undefined;
  /** Index of the token that a fact fills, where it stands by itself. */
  tokenOf(span: FactSpan): number | undefined;
  /** Of the sentence that holds a token. */
  rangeOf(token: number): { from: number; to: number };
}

const JOINS = /^[-‐‑'’]$/u;

export function readProse(text: string, spans: readonly FactSpan[], language: string): Prose {
  let masked = '';
  let at = 0;
  for (const { start, end } of spans) {
    masked += text.slice(at, start) + 'x'.repeat(end - start);
    at = end;
  }
  const document = readDocument(masked + text.slice(at), language);
  const { tokens } = document.reader;
  const startsAt = new Map(tokens.map(({ start }, index) => [start, index]));
  const filled = new Map<number, FactSpan>();
  let next = 0;
  for (const [index, token] of tokens.entries()) {
    while ((spans[next]?.end ?? Number.POSITIVE_INFINITY) <= token.start) next++;
    const span = spans[next];
    if (span && token.end > span.start) filled.set(index, span);
  }
  const whole = { from: 0, to: tokens.length };
  return {
    text,
    language,
    spans,
    document,
    spanAt: (token) => filled.get(token),
    tokenOf: ({ start, end }) => {
      const index = startsAt.get(start);
      return index !== undefined && tokens[index]?.end === end ? index : undefined;
    },
    rangeOf: (token) => document.sentences.find(({ range }) => token >= range.from && token < range.to)?.range ?? whole,
  };
}

/** What the words and digits of a text state, in order. */
export function readStated(prose: Prose): Stated[] {
  const { tokens } = prose.document.reader;
  const stated: Stated[] = [];
  for (const row of wordRows(prose))
    for (const { category, from, to } of matchWords(
      row.map((token) => bare(prose.document.reader.word(token))),
      prose.language,
    )) {
      const [first = 0, last = 0] = [row[from], row[to - 1]];
      if (category !== 'today' || !opensSentence(prose, first)) stated.push({ from: first, to: last + 1, category });
    }
  stated.push(...readPromises(prose));
  for (const [index, token] of tokens.entries()) {
    if (prose.spanAt(index)) continue;
    if (/\p{N}/u.test(token.text)) stated.push({ from: index, to: index + 1, category: 'digits' });
    else if (/^[%٪﹪％‰]$/u.test(token.text)) stated.push({ from: index, to: index + 1, category: 'percent-sign' });
    else if (isCurrency(token.text)) stated.push({ from: index, to: index + 1, category: 'money' });
    else if (isEnglishMonth(prose, index)) stated.push({ from: index, to: index + 1, category: 'date' });
  }
  return stated.sort((a, b) => a.from - b.from || b.to - a.to);
}

/** What the words of a sentence promise together: "we match any lower offer". */
function readPromises({ document, spanAt }: Prose): Stated[] {
  const { reader, sentences } = document;
  return sentences.flatMap(({ range: { from, to } }) => {
    const starts: number[] = [];
    let text = '';
    for (let at = from; at < to; at++) {
      starts.push(text.length);
      text += `${spanAt(at) ? '_' : reader.word(at)} `;
    }
    const tokenAt = (place: number) => from + starts.findLastIndex((start) => start <= place);
    return findPromises(text).map(
      ({ start, end }): Stated => ({ from: tokenAt(start), to: tokenAt(end - 1) + 1, category: 'promise' }),
    );
  });
}

/** Runs of words with nothing between them but hyphens and apostrophes inside a word. */
function wordRows({ document, spanAt }: Prose): number[][] {
  const rows: number[][] = [[]];
  const { tokens } = document.reader;
  for (const [index, token] of tokens.entries()) {
    const isWord = token.type === 'word' || /^\p{L}+$/u.test(token.text);
    if (isWord && !spanAt(index)) rows.at(-1)?.push(index);
    else if (!(JOINS.test(token.text) && tokens[index + 1]?.start === token.end)) rows.push([]);
  }
  return rows.filter((row) => row.length > 0);
}

function bare(word: string): string {
  return word.replace(/['’]s?$/u, '').replace(/['’].*$/u, '');
}

function opensSentence(prose: Prose, token: number): boolean {
  return prose.rangeOf(token).from === token;
}

let currencies: ReadonlySet<string> | undefined;
/** Codes that are words when somebody raises his voice. */
const LOUD = /^(?:ALL|TOP|TRY|CUP|MOP|ANG|GEL|MAD|BAM|LAK|PEN|RON|SOS|BOB|MUR|DOP|COP|PAB|NAD|GIP|SLE)$/;

function isCurrency(text: string): boolean {
  if (/^\p{Sc}$/u.test(text)) return true;
  currencies ??= new Set(Intl.supportedValuesOf('currency'));
  return /^[A-Z]{3}$/.test(text) && currencies.has(text) && !LOUD.test(text);
}

/** "in the May review": by its capital alone, which a verb has only where a sentence begins. */
function isEnglishMonth(prose: Prose, index: number): boolean {
  const text = prose.document.reader.tokens[index]?.text ?? '';
  return prose.language === 'en' && /^(?:May|March)$/.test(text) && !opensSentence(prose, index);
}
