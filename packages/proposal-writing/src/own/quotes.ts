import { DEFAULT_POLICY } from '@draftsmith/contracts';
import { containAnswer } from '@draftsmith/drafting';
import { fold } from '@draftsmith/letters';
import type { ReadActivity } from '../material/read-activities.ts';
import { needsIn } from '../material/relevant-words.ts';

export interface Quote {
  text: string;
  /** Its id. */
  activity: string;
  /** Never `talk` any more: what one of us noted is written for colleagues, and nobody reads it before the customer does. */
  from: 'customer' | 'talk';
}

const MOST = 4;
const LEAST_LENGTH = 25;
const MAX_LENGTH = 240;

/** About money, or to whoever reads along instead of to us; beginnings of words, folded. */
const NOT_FOR_A_SUMMARY =
  /(?<!\p{L})(?:discount|budget|pric|costs?(?!\p{L})|ignor|instruct|скидк|бюджет|цен[аыуе]|стои|игнор|инструкц|rabatt|preis|kosten|ignorier|anweisung|remise|prix|cout|consigne|descuent|precios?(?!\p{L})|costes?(?!\p{L})|instruc|descont|precos?(?!\p{L})|custos?(?!\p{L})|orcament|presupuesto)/u;
/** No link, address or phone number of a stranger's is put into a document. */
const NO_ADDRESS = { language: 'en', passages: [], customer: {}, policy: DEFAULT_POLICY, instructions: '' };

/**
 * Sentences in which the customer wrote what they need, the most telling first. The same activities give the same ones. Notes,
 * calls and meetings are never quoted: in them one of us writes about the customer, and what may be said to the customer's
 * face no list of words can tell.
 */
export function chooseQuotes(activities: readonly ReadActivity[]): Quote[] {
  const seen = new Set<string>();
  const found = activities.flatMap((activity, age) => {
    if (activity.direction !== 'in') return [];
    return activity.excerpt
      .filter((text) => isQuotable(text) && !seen.has(text) && seen.add(text))
      .map((text) => ({ text, activity: activity.id, worth: needsIn(text) - age / activities.length }));
  });
  return found
    .sort((a, b) => b.worth - a.worth)
    .slice(0, MOST)
    .map(({ text, activity }) => ({ text, activity, from: 'customer' }));
}

function isQuotable(text: string): boolean {
  if (text.length < LEAST_LENGTH || text.length > MAX_LENGTH) return false;
  // A brace could make a slot of what a stranger wrote; a quotation mark would end the quotation.
  if (/[{}<>“”„«»"|]/.test(text) || !/[.!…]$/.test(text)) return false;
  const folded = fold(text);
  if (needsIn(text) === 0 || NOT_FOR_A_SUMMARY.test(folded)) return false;
  return containAnswer(text, NO_ADDRESS).text === text;
}
