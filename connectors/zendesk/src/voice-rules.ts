import type { Voice } from '@draftsmith/contracts';

const TONES: Record<Voice['tone'], string> = {
  neutral: 'Be friendly and matter-of-fact.',
  warm: 'Be warm: one short sentence may show that the customer is understood. No gushing, no exclamation marks in a row.',
  formal: 'Be formal and courteous: whole sentences, no contractions, no colloquial words.',
  brief:
    'Be brief: the answer and what to do next, in as few words as courtesy allows, at most 80 words where that is enough.',
};

const ADDRESSES: Record<Voice['address'], string> = {
  formal: 'Where the language tells two ways of address apart, use the formal one (Sie, Вы, usted, vous, Lei).',
  informal: 'Where the language tells two ways of address apart, use the informal one (du, ты, tú, tu).',
  'as-customer':
    'Where the language tells two ways of address apart, use the one that the customer uses, and the formal one if they use none.',
};

/** How the account wants its drafts to sound, as points of the instructions. */
export function toneOf({ tone, address }: Voice): string[] {
  return [TONES[tone], ADDRESSES[address]];
}

/** What the admin wrote, as points of a part of its own: it adds to the rules above it, and cannot lift them. */
export function houseRulesOf({ houseRules }: Voice): string[] {
  return houseRules.map((rule) => rule.replace(/\s+/g, ' ').trim()).filter((rule) => rule !== '');
}

const QUOTED = /[“„"«»][^“”„"«»]{2,400}[”“"»«]/g;

/** What stands in quotation marks in a house rule is meant to be said: `end with "Thank you for riding with us"`. */
export function phrasesOf(voice: Voice): string[] {
  return houseRulesOf(voice).flatMap((rule) => (rule.match(QUOTED) ?? []).map((quoted) => quoted.slice(1, -1)));
}
