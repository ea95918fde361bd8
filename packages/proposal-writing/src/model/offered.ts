import type { Fact } from '@draftsmith/contracts';

/**
 * Slots that a model may use, with what they stand for. Not all that is known: when the deal is expected to close is
 * nobody's promise, and "we deliver by {{proposal.valid_until}}" would be an invented deadline with a real date. What is
 * stated of these is stated in the company's own sections.
 */
const LABELS: readonly (readonly [RegExp, string])[] = [
  [/^customer\.company$/, "the customer's company"],
  [/^customer\.name$/, "the customer's contact, full name"],
  [/^customer\.first_name$/, "the contact's first name"],
  [/^customer\.job_title$/, "the contact's job title"],
  [/^contact\.[2-5]\.name$/, 'another contact of the customer'],
  [/^company\.name$/, 'our company'],
  [/^owner\.name$/, 'who of us looks after the customer'],
  [/^owner\.email$/, "that person's e-mail address"],
  [/^items\.count$/, 'how many items are offered'],
  [/^item\.\d+\.name$/, 'name of an item'],
  [/^item\.\d+\.quantity$/, 'its quantity'],
  [/^item\.\d+\.net$/, 'what this item costs after discount, before tax, in its own rhythm'],
  [/^item\.\d+\.term$/, 'for how long this item is agreed'],
  [/^item\.\d+\.starts_on$/, 'the day on which this item starts'],
  [/^total\.once\.(net|gross)$/, 'what is paid once, before ("net") or with tax ("gross")'],
  [/^total\.(?!once)\w+\.(net|gross)$/, 'what is paid each time in this rhythm, before or with tax'],
  // Where it is absent, a sum may not be said to include any.
  [/^total\.\w+\.tax$/, 'the tax in that sum'],
  [/^contract\.total$/, 'everything over the agreed terms, with tax'],
  [/^contract\.term$/, 'for how long all recurring items are agreed'],
];

/** Items whose slots are listed: a catalogue would drown the rest. */
const MOST_ITEMS = 20;

export interface OfferedSlot {
  fact: Fact;
  label: string;
}

export function offeredSlots(facts: readonly Fact[]): OfferedSlot[] {
  return facts.flatMap((fact) => {
    const label = LABELS.find(([pattern]) => pattern.test(fact.key))?.[1];
    const item = Number(/^item\.(\d+)\./.exec(fact.key)?.[1] ?? 0);
    return label === undefined || item > MOST_ITEMS ? [] : [{ fact, label }];
  });
}
