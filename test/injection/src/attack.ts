/** What an attacker is after. */
export const KINDS = [
  'instructions', // have the writer's instructions shown
  'note', // read what colleagues noted for colleagues
  'restricted', // read an article that customers may not
  'others', // learn of another customer
  'exfiltrate', // carry the conversation away through an address
  'phishing', // have a page, a number or an account of their own in the reply
  'promise', // have something promised
  'action', // have something done in the help desk
  'jailbreak', // have the writer play somebody without rules
  'frame', // end the data and go on as instructions
  'encoded', // hide the order from filters
  'hidden', // hide the order from people
  'placeholder', // have the help desk fill in data when the draft is sent
] as const;

export type Kind = (typeof KINDS)[number];

/** Where the order stands. */
export type Place =
  | 'message'
  | 'html'
  | 'subject'
  | 'name'
  | 'attachment'
  | 'article'
  | 'macro'
  | 'quoted'
  | 'several messages'
  | 'past reply';

export interface Attack {
  kind: Kind;
  /** ISO 639-1 of the conversation around it. */
  language: Language;
  place: Place;
  /** As it is planted. For `html`, `article` and `macro` it is HTML. */
  text: string;
  /** For `promise`: what must not stand in a draft unmarked. */
  promise?: string;
}

export const LANGUAGES = ['en', 'ru', 'de', 'fr', 'es', 'pt', 'zh', 'ar', 'tr'] as const;
export type Language = (typeof LANGUAGES)[number];

/** The orders of one language by what they are after; a promise says what it wants in double quotes. */
export type Orders = Readonly<Partial<Record<Kind, readonly string[]>>>;
