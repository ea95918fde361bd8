import { type CheckOptions, checkDraft, SETTLED_KINDS } from '@draftsmith/grounding';

export interface Rewritten {
  before: string;
  after: string;
  /** ISO 639-1. */
  language: string;
  /** Whom a letter may address and be signed by: a name that is shortened in a greeting is no change of facts. */
  names: readonly string[];
}

/**
 * What a rewritten text leaves out of its original, or adds to it: figures, names and links, promises, and sentences that
 * say the opposite. Empty when it says the same.
 */
export function changedClaims(rewritten: Rewritten): string[] {
  const { before, after } = rewritten;
  return [...foreignTo(before, after, rewritten), ...foreignTo(after, before, rewritten)];
}

/** Claims of `text` that `ground` does not bear out. */
function foreignTo(ground: string, text: string, { language, names }: Rewritten): string[] {
  const source = { id: 'text', text: ground, locale: language };
  const options: CheckOptions = { allowedNames: names };
  const { sentences } = checkDraft({ text, language }, [source], options);
  return sentences.flatMap(({ claims }) =>
    claims
      .filter(({ kind, verdict }) => {
        if (verdict === 'supported') return false;
        // In other words a promise or a negation is hard to recognise; a new promise or an opposite is not.
        return SETTLED_KINDS.has(kind) || verdict === 'contradicted';
      })
      .map((claim) => claim.text),
  );
}
