import { DEFAULT_POLICY } from '@draftsmith/contracts';
import { containAnswer } from '@draftsmith/drafting';
import { fold } from '@draftsmith/letters';
import type { ReadActivity } from '../material/read-activities.ts';
import { needsIn } from '../material/relevant-words.ts';

export interface Quote {
  text: string;
  /** Its id. */
  activity: string;
  /** `talk`: what one of us noted of it. */
  from: 'customer' | 'talk';
}

const MOST = { customer: 4, talk: 2 } as const;
const LEAST_LENGTH = 25;
const MAX_LENGTH = 240;

/** About money, or to whoever reads along instead of to us; beginnings of words, folded. */
const NOT_FOR_A_SUMMARY =
  /(?<!\p{L})(?:discount|budget|pric|costs?(?!\p{L})|ignor|instruct|скидк|бюджет|цен[аыуе]|стои|игнор|инструкц|rabatt|preis|kosten|ignorier|anweisung|remise|prix|cout|consigne|descuent|precios?(?!\p{L})|costes?(?!\p{L})|instruc|descont|precos?(?!\p{L})|custos?(?!\p{L})|orcament|presupuesto)/u;
/** In notes, who it is about: without it they speak of us. */
const THEM = /(?<!\p{L})(?:customer|client|they|клиент|заказчик|он[аи]?|kunde|kundin|cliente)(?!\p{L}{4})/u;
/** No link, address or phone number of a stranger's is put into a document. */
const NO_ADDRESS = { language: 'en', passages: [], customer: {}, policy: DEFAULT_POLICY, instructions: '' };

/** Sentences that tell what the customer needs, the most telling first. The same activities give the same ones. */
export function chooseQuotes(activities: readonly ReadActivity[]): Quote[] {
  const seen = new Set<string>();
  const found = activities.flatMap((activity, age) => {
    const from = originOf(activity);
    if (!from) return [];
    return activity.excerpt
      .filter((text) => isQuotable(text, activity) && !seen.has(text) && seen.add(text))
      .map((text) => ({ text, activity: activity.id, from, worth: needsIn(text) - age / activities.length }));
  });
  const best = found.sort((a, b) => b.worth - a.worth);
  return (['customer', 'talk'] as const).flatMap((from) =>
    best
      .filter((quote) => quote.from === from)
      .slice(0, MOST[from])
      .map(({ text, activity }) => ({ text, activity, from })),
  );
}

function originOf({ kind, direction }: ReadActivity): Quote['from'] | undefined {
  if (direction === 'in') return 'customer';
  return direction === 'out' || kind === 'task' || kind === 'email' ? undefined : 'talk';
}

function isQuotable(text: string, { kind, direction }: ReadActivity): boolean {
  if (text.length < LEAST_LENGTH || text.length > MAX_LENGTH) return false;
  // A brace could make a slot of what a stranger wrote; a quotation mark would end the quotation.
  if (/[{}<>“”„«»"|]/.test(text) || !/[.!…]$/.test(text)) return false;
  const folded = fold(text);
  if (needsIn(text) === 0 || NOT_FOR_A_SUMMARY.test(folded)) return false;
  if (direction !== 'in' && kind === 'note' && !THEM.test(folded)) return false;
  return containAnswer(text, NO_ADDRESS).text === text;
}
