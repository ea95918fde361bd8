import type { ConnectionView } from '@draftsmith/contracts';

/** `4102`, `#4102`: a number as people write it. */
const BARE = /^[#№]?\s*(\d{1,18})$/;
/** Its address in the source system, by what drafts are for. */
const ADDRESSES: Record<ConnectionView['draftsAs'], RegExp> = {
  'internal-note': /\/tickets\/(\d{1,18})(?:[/?#.]|$)/,
  document: /\/(?:deal|record\/0-3)\/(\d{1,18})(?:[/?#]|$)/,
};

/** The number of a ticket or deal in what was typed or pasted. Null when there is none. */
export function readResourceNumber(given: string, draftsAs: ConnectionView['draftsAs']): string | null {
  const text = given.trim();
  return (BARE.exec(text) ?? ADDRESSES[draftsAs].exec(text))?.[1] ?? null;
}
