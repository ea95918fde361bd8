import type { Recogniser } from './entity.ts';

/** What an account or a command decides about redaction. */
export interface RedactionOptions {
  /** Countries (ISO 3166-1 alpha-2) whose national phone numbers are looked for beside the usual forms. */
  regions?: readonly string[];
  /** What the knowledge base holds, and an answer therefore needs. See `keepFrom`. */
  keep?: Keep;
  /** Never replaced, whatever finds them: the company's own name, its public phone number. Any case. */
  allow?: readonly string[];
  /** Always replaced, as `ACCOUNT`: the name of a secret project, say. Any case. */
  deny?: readonly string[];
  /** Whether names, places and companies of strangers are guessed; on unless false. */
  strangers?: boolean;
  /** `realistic`: names of the right script in place of `[PERSON_1]`, where that is certain to be undone. */
  surrogates?: 'placeholders' | 'realistic';
  /** More recognisers, e.g. what a remote one has found. */
  recognisers?: readonly Recogniser[];
}

/** Words and values that stay. People and numbers that the source system knows are replaced all the same. */
export interface Keep {
  /** Folded words: a name, place or company that consists of them stays. */
  words: ReadonlySet<string>;
  /** Folded e-mail addresses, phone numbers as digits, and the like. */
  values: ReadonlySet<string>;
}
