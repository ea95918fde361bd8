import { asks, troubled } from './asking.ts';
import { detectLanguage } from './language.ts';
import { sentences } from './sentences.ts';
import { tokenize } from './tokens.ts';

/** Up to this size a message is one question with its circumstances. */
const SHORT_WORDS = 35;
/** "Can you help me?" names nothing to look for. */
const FEWEST_CONTENT_WORDS = 2;
/** More parts cost time and hardly name another subject. */
const MOST_PARTS = 8;

/** Characters; nobody asks their question later than this. */
const MAX_READ = 20_000;

const LIST_ITEM = /^\s*(?:[-*•–]|\(?\d{1,2}[.)]|[a-zа-я]\))\s+/i;

/**
 * The things a message asks or complains about, in its order, each with the sentences that lead to it. A short message
 * stays whole; so does a long one in which nothing stands out. Never empty for a text with words.
 * @param text one cleaned message
 * @param language ISO 639-1, where the caller knows it already: finding out costs more than splitting
 */
export function splitQuestions(text: string, language?: string): string[] {
  const whole = text.slice(0, MAX_READ).trim();
  if (!whole) return [];
  if (wordCount(whole) <= SHORT_WORDS && questionMarks(whole) < 2) return [whole];
  const written = language ?? detectLanguage(whole);
  const parts = paragraphs(whole).flatMap((paragraph) => partsOf(paragraph, written));
  const telling = joinEmpty(parts, written);
  return telling.length > 0 ? telling.slice(0, MOST_PARTS) : [whole];
}

/** List items count as paragraphs of their own. */
function paragraphs(text: string): string[] {
  const found: string[][] = [];
  for (const line of text.split('\n')) {
    if (line.trim() === '' || LIST_ITEM.test(line) || found.length === 0) found.push([line.replace(LIST_ITEM, '')]);
    else found.at(-1)?.push(line);
  }
  return found.map((lines) => lines.join('\n').trim()).filter((paragraph) => paragraph !== '');
}

/** A paragraph cut after each sentence that asks; what only tells belongs to the question that follows it. */
function partsOf(paragraph: string, language: string): string[] {
  const parts: string[] = [];
  let lead: string[] = [];
  let complaint = false;
  for (const sentence of sentences(paragraph, language)) {
    lead.push(sentence);
    complaint ||= troubled(sentence);
    if (!asks(sentence)) continue;
    parts.push(lead.join(' '));
    lead = [];
    complaint = false;
  }
  if (complaint) parts.push(lead.join(' '));
  return parts;
}

/** Parts that name nothing go to the part before them ("Is that possible?"), the first one to the next. */
function joinEmpty(parts: readonly string[], language: string): string[] {
  const joined: string[] = [];
  let pending = '';
  for (const part of parts) {
    const content = new Set(tokenize(part, language).map((token) => token.stem)).size;
    if (content >= FEWEST_CONTENT_WORDS) {
      joined.push(pending ? `${pending} ${part}` : part);
      pending = '';
    } else if (joined.length > 0) joined.push(`${joined.pop() ?? ''} ${part}`);
    else pending = pending ? `${pending} ${part}` : part;
  }
  return joined;
}

function wordCount(text: string): number {
  return text.match(/\S+/g)?.length ?? 0;
}

function questionMarks(text: string): number {
  return text.match(/[?？]+/g)?.length ?? 0;
}
