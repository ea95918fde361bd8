/** What we write ourselves around a passage, in one tone of voice. */
export interface Wording {
  greeting(name: string | undefined): string;
  /** First sentence when the passage brings none of its own. */
  thanks: string;
  /** The same for a customer who is angry. */
  apology: string;
  /** Leads into the answer to a second question. */
  otherQuestion: string;
  /** The same for a third one. */
  lastQuestion: string;
  /** Stands before the titles and addresses of the pages that the answer comes from. */
  readMore: string;
  offerHelp: string;
  signOff(signature: string | undefined): string;
}

/**
 * All that the offline drafter knows of a language. The expressions are matched with the `iu` flags; JavaScript's `\b`
 * knows ASCII only, so words are bounded with `word()`.
 */
export interface LanguagePack {
  language: string;
  /** `formal` addresses with vous, Sie, usted; a language that makes no difference gives the same value twice. */
  wording: { formal: Wording; informal: Wording };
  /** Words that only occur where the reader is addressed in that tone. */
  formalMarks: RegExp;
  informalMarks: RegExp;
  /** The letter after `greeting,` stays small. */
  lowercaseAfterGreeting: boolean;
  /** A greeting at the very start of a text, up to its punctuation. */
  greeting: RegExp;
  /** A line that opens the closing formula. */
  signOff: RegExp;
  /** A sentence that thanks for the message or says sorry before the answer begins. */
  opener: RegExp;
  /** A sentence that offers more help. */
  offer: RegExp;
  /** Words of an angry customer. */
  complaint: RegExp;
  /** A sentence that says something was just done in one customer's case: untrue in the next one's. */
  claim: RegExp;
  /** Words that turn a claim into a condition (`once we have sent`). */
  conditional: RegExp;
  /** Frequent words without a topic. */
  stopWords: ReadonlySet<string>;
}

/** Any of these as whole words, in any script. */
export function word(alternatives: string, flags = 'iu'): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${alternatives})(?![\\p{L}\\p{N}])`, flags);
}

export function words(list: string): ReadonlySet<string> {
  return new Set(list.trim().split(/\s+/));
}

/** For a language that does not mark the tone. */
export const NEVER = /(?!)/gu;

/** Stands for a placeholder that nobody could fill; a private-use character, so no text holds one by itself. */
export const UNFILLED = '\uE000';

const NAME = `(?-i:\\p{Lu}[\\p{L}'’-]*\\.?|${UNFILLED}|\\[[A-Z]+_\\d+\\])`;

/**
 * A greeting at the very start of a text. What follows it must look like a name or one of the fillers, and end in
 * punctuation, a line break or a small letter: `Hello, your parcel left today.` loses its first word only.
 * @param pleasantries sentences that may follow and say nothing (`Hope you are well.`)
 */
export function greeting(alternatives: string, fillers: string, pleasantries: string): RegExp {
  const token = `(?:(?:${fillers})(?!\\p{L})|${NAME})`;
  const end = '(?=\\s*[,!.:;–—\\n]|\\s*$|\\s(?-i:\\p{Ll}))';
  const name = `(?:(?:,| und| and)? ${token}(?:,? ${token})*)?`;
  return new RegExp(
    `^[¡\\s]*(?:${alternatives})(?!\\p{L})${name}${end}\\s?[,!.:;–—]*(?:\\s*(?:${pleasantries})[^.?!\\n]*[.?!]+)*`,
    'iu',
  );
}

/**
 * A line that begins the end of a letter.
 * @param formulas may be followed by a name on the same line (`Best regards, the team`)
 * @param bare only count alone: `Thanks` is a farewell, `Thanks for waiting` is not
 */
export function signOff(formulas: string, bare: string): RegExp {
  return new RegExp(`^(?:(?:${formulas})(?!\\p{L})(?:[\\s,!.–-]+\\S+){0,5}|(?:${bare}))[\\s,!.]*$`, 'iu');
}
