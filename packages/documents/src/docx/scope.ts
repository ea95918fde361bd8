import { type ProposalLook, SECTION_KINDS } from '@draftsmith/contracts';
import type { DocumentView, ParagraphView } from '../document-view.ts';
import { oneLine } from '../plain-text.ts';
import type { LineView, PriceGroup } from '../price-view.ts';
import { sectionName } from './vocabulary.ts';

/** What placeholders find where they stand; what is not here is looked for further out. */
export interface Scope {
  texts: ReadonlyMap<string, string>;
  loops: ReadonlyMap<string, readonly Scope[]>;
}

const scope = (
  texts: Readonly<Record<string, string>>,
  loops: Readonly<Record<string, readonly Scope[]>> = {},
): Scope => ({
  texts: new Map(Object.entries(texts)),
  loops: new Map(Object.entries(loops)),
});

/** The view as `VOCABULARY` names it. */
export function scopeOf(view: DocumentView, look: Pick<ProposalLook, 'company' | 'footer'>): Scope {
  const { groups, contractTotal } = view.prices;
  const named = new Map(view.sections.map((section) => [section.kind as string, section]));
  const cover = view.cover.lines.map((text) => ({ text, bullet: false }));
  const paragraphs = (kind: string) => (kind === 'cover' ? cover : (named.get(kind)?.paragraphs ?? []));
  const texts = {
    'proposal.date': view.date,
    ...Object.fromEntries(view.facts),
    'proposal.title': view.title,
    'document.company': oneLine(look.company),
    'document.footer': oneLine(look.footer),
    'prices.contract_total': groups.length > 1 ? contractTotal : '',
    ...Object.fromEntries(
      SECTION_KINDS.flatMap((kind) => [
        [
          sectionName(kind),
          paragraphs(kind)
            .map(({ text, bullet }) => (bullet ? `• ${text}` : text))
            .join('\n'),
        ],
        [`${sectionName(kind)}.title`, named.get(kind)?.title ?? ''],
      ]),
    ),
  };
  return scope(texts, {
    ...Object.fromEntries(SECTION_KINDS.map((kind) => [sectionName(kind), paragraphs(kind).map(paragraphScope)])),
    sections: view.sections.map((one) =>
      scope({ title: one.title }, { paragraphs: one.paragraphs.map(paragraphScope) }),
    ),
    prices: groups
      .flatMap(({ lines }) => lines)
      .sort((a, b) => Number(a.number) - Number(b.number))
      .map(lineScope),
    totals: groups.map(totalScope),
    cover_entries: view.cover.entries.map(({ label, lines }) => scope({ label, lines: lines.join('\n') })),
  });
}

/** `bullet` can be asked for, and printed where the template has no list of its own. */
function paragraphScope({ text, bullet }: ParagraphView): Scope {
  return scope({ text, bullet: bullet ? '•' : '' });
}

function lineScope({ startsOn, taxName, taxPercent, ...line }: LineView): Scope {
  return scope({ ...line, starts_on: startsOn, tax_name: taxName, tax_percent: taxPercent });
}

function totalScope({ totalLabel, lines, taxes, ...total }: PriceGroup): Scope {
  return scope(
    { ...total, label: totalLabel },
    { lines: lines.map(lineScope), taxes: taxes.map((tax) => scope({ ...tax })) },
  );
}
