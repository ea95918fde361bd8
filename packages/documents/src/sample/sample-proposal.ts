import type { Fact, PriceTable, RenderedProposal, SectionKind } from '@draftsmith/contracts';
import { SECTION_KINDS } from '@draftsmith/contracts';
import { AppError } from '@draftsmith/errors';
import { formatFact, priceTable, type WrittenLanguage, writtenLanguage } from '@draftsmith/pricing';
import { es, fr, pt } from './romance.ts';
import { ru } from './russian.ts';
import { type SampleWords, sampleItems } from './sample-words.ts';
import { de, en } from './western.ts';

const WORDS: Readonly<Record<WrittenLanguage, SampleWords>> = { en, ru, de, fr, es, pt };
const DATE = '2026-11-23';

/** Everything that a proposal can have, with invented names: what an admin sees a template or a look with. */
export function sampleProposal(locale: string): RenderedProposal {
  const words = WORDS[writtenLanguage(locale)];
  const priced = priceTable(sampleItems(words), { currency: words.currency });
  if (priced.kind !== 'priced')
    throw new AppError('invalid', 'The sample cannot be priced', { code: 'documents.sample' });
  const facts = sampleFacts(words, priced.table);
  const shown = new Map(facts.map((fact) => [fact.key, formatFact(fact, locale)]));
  return {
    locale,
    date: DATE,
    title: words.title,
    sections: SECTION_KINDS.map((kind) => ({
      kind,
      title: words.titles[kind],
      paragraphs: textsOf(words, kind).map((text) => ({
        text: text.replace(/^- /, '').replace(/\{([^}]+)\}/g, (_, key: string) => shown.get(key) ?? ''),
        ...(text.startsWith('- ') ? { bullet: true } : {}),
      })),
    })),
    facts,
    prices: priced.table,
    template: { id: 'sample', revision: 1 },
  };
}

function textsOf(words: SampleWords, kind: SectionKind): readonly string[] {
  return kind === 'cover' ? [] : words.texts[kind];
}

/** Keys as `collectFacts` of `@draftsmith/proposal-writing` names them. */
function sampleFacts(words: SampleWords, prices: PriceTable): Fact[] {
  const { currency } = words;
  const text = (key: string, kind: Fact['kind'], value: string): Fact => ({
    key,
    kind,
    value,
    origin: { kind: 'template', name: 'sample' },
  });
  const money = (key: string, value: string): Fact => ({ ...text(key, 'money', value), currency });
  const [first, last] = words.contact;
  return [
    text('proposal.date', 'date', DATE),
    text('proposal.valid_until', 'date', '2026-12-23'),
    text('proposal.number', 'text', 'P-1042'),
    text('company.name', 'organization', words.ours),
    text('customer.company', 'organization', words.customer),
    text('customer.name', 'person', `${first} ${last}`),
    text('customer.first_name', 'person', first),
    text('customer.job_title', 'text', words.jobTitle),
    text('deal.name', 'text', words.title),
    text('deal.close_date', 'date', '2027-03-31'),
    text('owner.name', 'person', words.owner),
    text('owner.email', 'text', 'sales@example.com'),
    text('items.count', 'quantity', String(prices.lines.length)),
    text('contract.term', 'duration', 'P12M'),
    ...prices.lines.flatMap((line, index) => [
      text(`item.${index + 1}.name`, 'product', line.name),
      text(`item.${index + 1}.quantity`, 'quantity', line.quantity),
      money(`item.${index + 1}.price`, line.price),
      money(`item.${index + 1}.net`, line.net),
    ]),
    ...prices.totals.flatMap(({ rhythm, net, discount, gross }) => [
      money(`total.${rhythm}.net`, net),
      money(`total.${rhythm}.discount`, discount),
      money(`total.${rhythm}.gross`, gross),
    ]),
    ...(prices.contractTotal === undefined ? [] : [money('contract.total', prices.contractTotal)]),
  ];
}
