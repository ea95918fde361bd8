import type { DraftCheck, Evidence } from '@draftsmith/contracts';
import { asRead } from '@draftsmith/untrusted-text';
import { findAddresses } from './contain-addresses.ts';
import { type AllowedBy, allowedAddresses } from './contain-allowed.ts';
import { withoutInstructions } from './contain-instructions.ts';
import { type AddressKind, removedMark } from './contain-marks.ts';
import { LINE_MARK } from './prompt-frame.ts';

export interface AnswerBounds extends AllowedBy {
  /** ISO 639-1, for the marks that stand where something was. */
  language: string;
  /** All that the model was told by us. */
  instructions: string;
  /** What of them is meant to be said word for word. */
  phrases?: readonly string[] | undefined;
}

export interface ContainedAnswer {
  /** Empty when nothing worth reading was left: then there is no draft. */
  text: string;
  /** How many addresses were taken out, by kind; nothing of what they were. */
  removed: Readonly<Partial<Record<AddressKind, number>>>;
}

/** Characters; some 1,500 words. No reply is longer, and no note either. */
const MAX_LENGTH = 10_000;
/** What is looked at: marks are shorter than what they replace, mostly. */
const MAX_READ = 3 * MAX_LENGTH;
/** An answer that is mostly our own instructions was made to show them. */
const MOSTLY = 0.6;

const PLACEHOLDER = /\{\{[^{}]{0,500}\}\}|\{%[^{}]{0,500}%\}/g;
/** A copied line of the prompt. */
const MARKED_LINE = new RegExp(`^[^\\S\\n]*\\${LINE_MARK.trim()}(?: |$)`, 'gm');
const TAG = /<(\/?[a-z!?][^<>]{0,4000})>/gi;

/**
 * Bounds what an answer can do, whatever the model was talked into: plain text of a reply's length, without our
 * instructions, and without any address that is not the company's or the customer's own. Nothing here looks for attacks;
 * it holds for a model that obeys all of them. Apply it to the restored text, before the check.
 */
export function containAnswer(text: string, bounds: AnswerBounds): ContainedAnswer {
  const sources = bounds.passages.map((passage) => passage.text);
  const plain = plainText(asRead(text.slice(0, MAX_READ)), sources);
  const own = withoutInstructions(plain, bounds.instructions, [...sources, ...(bounds.phrases ?? [])]);
  if (own.share > MOSTLY) return { text: '', removed: {} };
  const { text: safe, removed } = withoutAddresses(tidy(own.text), bounds);
  const result = shortened(tidy(safe));
  return { text: /[\p{L}\p{N}]/u.test(result) ? result : '', removed };
}

/**
 * A check as it may stand beside the draft: what it quotes of the conversation is shown to people who click, too, and
 * was written by whoever wants them to.
 */
export function containQuotes(check: DraftCheck, bounds: AnswerBounds): DraftCheck {
  const contained = (evidence: Evidence): Evidence =>
    evidence.visibility === 'conversation'
      ? { ...evidence, quote: withoutAddresses(evidence.quote, bounds).text }
      : evidence;
  return {
    ...check,
    sentences: check.sentences.map(({ evidence, agreeing, ...sentence }) => ({
      ...sentence,
      ...(evidence && { evidence: contained(evidence) }),
      ...(agreeing && { agreeing: contained(agreeing) }),
    })),
  };
}

/** What is within what was taken out comes to light: more often than this only by design. */
const MAX_LAYERS = 6;

function plainText(text: string, sources: readonly string[]): string {
  let current = text;
  for (let layer = 0; layer < MAX_LAYERS; layer += 1) {
    const next = unwrapped(current, sources);
    if (next === current) return current;
    current = next;
  }
  return current.replace(/[<>{}|]/g, '');
}

/** Tags go unless a source explains them; what could begin one, or a placeholder of the source system, is disarmed. */
function unwrapped(text: string, sources: readonly string[]): string {
  const explains = (tag: string) => sources.some((source) => source.includes(tag));
  return text
    .replace(PLACEHOLDER, '')
    .replace(/\{(?=[{%])/g, '')
    .replace(MARKED_LINE, '')
    .replace(TAG, (tag, inner: string) => {
      if (/^(?:https?:\/\/|mailto:)?[^\s<>/!?][^\s<>]*[@.][^\s<>]+$/i.test(inner)) return inner;
      return explains(tag) ? tag : '';
    })
    .replace(/<(?=[a-z/!?])/gi, (sign, at: number, whole: string) => {
      const tag = /^<[^<>]*>/.exec(whole.slice(at, at + 100))?.[0];
      return tag !== undefined && explains(tag) ? sign : '‹';
    });
}

function withoutAddresses(text: string, bounds: AnswerBounds): ContainedAnswer {
  const isAllowed = allowedAddresses(bounds);
  const removed: Partial<Record<AddressKind, number>> = {};
  let result = '';
  let rest = 0;
  for (const address of findAddresses(text)) {
    if (isAllowed(address)) continue;
    removed[address.kind] = (removed[address.kind] ?? 0) + 1;
    result += text.slice(rest, address.start) + removedMark(address.kind, bounds.language);
    rest = address.end;
  }
  return { text: result + text.slice(rest), removed };
}

/** Whole paragraphs where there are any. */
function shortened(text: string): string {
  if (text.length <= MAX_LENGTH) return text;
  const cut = text.slice(0, MAX_LENGTH);
  const end = Math.max(cut.lastIndexOf('\n\n'), cut.search(/[.!?。][^.!?。]*$/) + 1);
  return `${cut.slice(0, end > MAX_LENGTH / 2 ? end : MAX_LENGTH).toWellFormed()} …`;
}

function tidy(text: string): string {
  return text
    .replace(/[ \t]+$/gm, '')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}
