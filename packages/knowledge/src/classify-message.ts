import { asks, troubled } from './asking.ts';
import { detectLanguage } from './language.ts';
import {
  ABSENCE,
  AUTOMATIC,
  AUTOMATIC_SUBJECT,
  BOUNCE,
  CLOSING_WORDS,
  SPAM_CUES,
  THANKS,
  THANKS_FOR,
} from './message-phrases.ts';
import { sentences } from './sentences.ts';
import { stem } from './stem.ts';
import { type Token, tokenize } from './tokens.ts';

export type MessageKind = 'question' | 'thanks-only' | 'auto-reply' | 'spam';

export interface Classified {
  kind: MessageKind;
  /** What decided, for the console and for tests; never words of the message. */
  reasons: string[];
}

/** Longer messages say more than thanks. */
const LONGEST_THANKS_WORDS = 60;
/** Content words that a clause of thanks may name: "thanks for the quick new battery". */
const MOST_THANKED_WORDS = 4;
/** Kinds of cues that must come together: one alone occurs in honest mail. */
const FEWEST_SPAM_CUES = 2;

/**
 * Whether a message needs an answer at all, by words alone. Precision first: a draft too many is deleted in a second, a
 * question taken for thanks stays unanswered.
 * @param text one cleaned message
 */
export function classifyMessage(text: string, { subject = '' }: { subject?: string } = {}): Classified {
  const automatic = automaticReasons(text, subject);
  if (automatic.length > 0) return { kind: 'auto-reply', reasons: automatic };
  const spam = SPAM_CUES.filter(({ pattern }) => pattern.test(`${subject}\n${text}`)).map(({ name }) => name);
  if (spam.length >= FEWEST_SPAM_CUES) return { kind: 'spam', reasons: spam };
  if (isThanksOnly(text)) return { kind: 'thanks-only', reasons: ['thanks'] };
  return { kind: 'question', reasons: [] };
}

function automaticReasons(text: string, subject: string): string[] {
  const reasons: string[] = [];
  if (BOUNCE.test(subject) || BOUNCE.test(text)) reasons.push('bounce');
  if (AUTOMATIC.test(text)) reasons.push('says-automatic');
  const absent = ABSENCE.test(text);
  const questioned = text.includes('?');
  // A customer on holiday may well ask something; a machine that is away never does.
  if (absent && !questioned) reasons.push('absence');
  if (AUTOMATIC_SUBJECT.test(subject) && (absent || !questioned)) reasons.push('automatic-subject');
  return reasons;
}

function isThanksOnly(text: string): boolean {
  if (!THANKS.test(text) && !CLOSING_WORDS.alone.test(text.trim())) return false;
  if (text.split(/\s+/).length > LONGEST_THANKS_WORDS) return false;
  const language = detectLanguage(text);
  const clauses = sentences(text, language).flatMap((sentence) => sentence.split(/[,;:–—]|\s-\s/));
  return clauses.filter((clause) => /\p{L}/u.test(clause)).every((clause) => isCourteous(clause, language));
}

/** A clause that only thanks, greets or says that all is well. */
function isCourteous(clause: string, language: string): boolean {
  const content = tokenize(clause, language).filter(({ folded }) => !CLOSING_WORDS.thanks.has(folded));
  if (THANKS_FOR.test(clause)) return content.length <= MOST_THANKED_WORDS && !troubled(withoutIdioms(clause));
  const rest = withoutIdioms(clause);
  if (asks(rest) || troubled(rest)) return false;
  const closing = closingStems(language);
  const unexplained = content.filter((token) => !isClosing(token, closing));
  if (unexplained.length === 0) return true;
  const explained = content.length > 1 || THANKS.test(clause) || isShortGreeting(clause);
  return unexplained.length === 1 && explained;
}

function isClosing(token: Token, closing: ReadonlySet<string>): boolean {
  return closing.has(token.stem) || CLOSING_WORDS.stems.some((stem) => token.folded.startsWith(stem));
}

const closingByLanguage = new Map<string, ReadonlySet<string>>();

/** The closing words of all languages, as the stemmer of this one leaves them: inflections then meet. */
function closingStems(language: string): ReadonlySet<string> {
  const known = closingByLanguage.get(language);
  if (known) return known;
  const stems = new Set([...CLOSING_WORDS.content].map((word) => stem(word, language)));
  closingByLanguage.set(language, stems);
  return stems;
}

/** "Dear Anna", "Hi Peter", "Anna": a name is one word that nothing explains. */
function isShortGreeting(clause: string): boolean {
  return (clause.match(/\p{L}+/gu)?.length ?? 0) <= 3;
}

/** "No problem" and "не за что" hold words of trouble without any. */
function withoutIdioms(clause: string): string {
  return clause.replace(CLOSING_WORDS.idioms, ' ');
}
