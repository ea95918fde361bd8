import { SECTION_KINDS, type SectionKind } from '@draftsmith/contracts';
import { RHYTHMS } from '@draftsmith/pricing';

/** What placeholders may stand where. `{{name}}` prints a text, `{{#name}}` repeats a loop or asks whether a text is there. */
export interface Vocabulary {
  texts: readonly string[];
  /** Names with numbers in them, such as `item.2.price`. */
  patterns?: readonly { shown: string; matches: RegExp }[];
  loops: Readonly<Record<string, Vocabulary>>;
}

/** `next-steps` is written `next_steps`, as keys of facts are. */
export const sectionName = (kind: SectionKind | string) => kind.replaceAll('-', '_');

export const LINE_FIELDS = [
  'number',
  'name',
  'description',
  'sku',
  'quantity',
  'price',
  'subtotal',
  'discount',
  'net',
  'tax',
  'tax_percent',
  'tax_name',
  'rhythm',
  'term',
  'starts_on',
] as const;

const PARAGRAPH: Vocabulary = { texts: ['text', 'bullet'], loops: {} };
const LINE: Vocabulary = { texts: LINE_FIELDS, loops: {} };

const TOTAL: Vocabulary = {
  texts: ['name', 'rhythm', 'subtotal', 'discount', 'net', 'label', 'gross'],
  loops: { lines: LINE, taxes: { texts: ['name', 'percent', 'amount'], loops: {} } },
};

/** As `collectFacts` of `@draftsmith/proposal-writing` names them. */
const ITEM_FACTS = [
  ...['name', 'description', 'sku', 'quantity', 'price', 'list_price', 'subtotal', 'net', 'term', 'starts_on'],
  ...['discount', 'discount_percent', 'discount_each', 'tax', 'tax_percent', 'tax_name'],
];
const TOTAL_FACTS = ['every', 'subtotal', 'discount', 'net', 'tax', 'gross'];
const rhythms = RHYTHMS.map(sectionName);

export const VOCABULARY: Vocabulary = {
  texts: [
    'proposal.title',
    'proposal.date',
    'proposal.valid_for',
    'proposal.valid_until',
    'proposal.currency',
    'proposal.number',
    'company.name',
    'customer.company',
    'customer.name',
    'customer.first_name',
    'customer.last_name',
    'customer.job_title',
    'customer.address',
    'deal.name',
    'deal.close_date',
    'owner.name',
    'owner.email',
    'items.count',
    'contract.total',
    'contract.term',
    'prices.contract_total',
    'document.company',
    'document.footer',
    ...SECTION_KINDS.flatMap((kind) => [sectionName(kind), `${sectionName(kind)}.title`]),
  ],
  patterns: [
    { shown: 'contact.2.name', matches: /^contact\.\d{1,2}\.(?:name|first_name|last_name|job_title)$/ },
    { shown: 'item.1.price', matches: new RegExp(`^item\\.\\d{1,3}\\.(?:${ITEM_FACTS.join('|')})$`) },
    {
      shown: 'total.once.gross',
      matches: new RegExp(`^total\\.(?:${rhythms.join('|')})\\.(?:${TOTAL_FACTS.join('|')})$`),
    },
  ],
  loops: {
    ...Object.fromEntries(SECTION_KINDS.map((kind) => [sectionName(kind), PARAGRAPH])),
    sections: { texts: ['title'], loops: { paragraphs: PARAGRAPH } },
    prices: LINE,
    totals: TOTAL,
    cover_entries: { texts: ['label', 'lines'], loops: {} },
  },
};

/** Without one of each a document is no proposal: whom it is for, and the price table. The first is what a finding names. */
export const REQUIRED: readonly (readonly [typed: string, ...names: string[]])[] = [
  ['{{customer.company}}', 'customer.company', 'cover', 'cover_entries'],
  ['{{#prices}}', 'prices', 'lines'],
];

export function knowsText({ texts, patterns = [] }: Vocabulary, name: string): boolean {
  return texts.includes(name) || patterns.some(({ matches }) => matches.test(name));
}

/**
 * The name that was probably meant. A field that stands outside of its loop is a common slip, so those are tried as well.
 *
 * @param scopes innermost first @param loop whether it opens one: then a loop, or a text of these scopes that is asked for
 */
export function closestName(typed: string, scopes: readonly Vocabulary[], loop: boolean): string | undefined {
  const wanted = folded(typed);
  let best: { name: string; distance: number } | undefined;
  for (const name of scopes.flatMap((scope) => namesOf(scope, loop))) {
    const distance = editDistance(wanted, folded(name));
    if (distance <= Math.max(2, name.length / 3) && (!best || distance < best.distance)) best = { name, distance };
  }
  return best?.name;
}

function namesOf({ texts, patterns = [], loops }: Vocabulary, loop: boolean): string[] {
  const inner = Object.entries(loops).flatMap(([name, held]) => [
    name,
    ...Object.keys(held.loops),
    ...(loop ? [] : held.texts),
  ]);
  return [...texts, ...patterns.map(({ shown }) => shown), ...inner];
}

const folded = (name: string) =>
  name
    .slice(0, 60)
    .toLowerCase()
    .replace(/[\s_.-]+/g, '.');

function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const replaced = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(replaced, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
