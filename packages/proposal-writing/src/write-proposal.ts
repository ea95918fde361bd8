import { PROSE_SECTIONS, type ProposalSection, type ProseSectionKind, SECTION_KINDS } from '@draftsmith/contracts';
import type { WritingDeps, WritingInput, WrittenProposal, WrittenSection } from './input.ts';
import { localeOf } from './locale-of.ts';
import { readActivities, toSource } from './material/read-activities.ts';
import { writeProse } from './model/write-prose.ts';
import { type OwnInput, ownSection } from './own/own-section.ts';
import { phrasesFor } from './own/phrases/index.ts';

export interface SectionInput extends WritingInput {
  kind: ProseSectionKind;
}

/**
 * All sections: prose of a model under the number lock, or the suite's own where no model answers; cover, pricing and
 * terms always from facts and template. Writes nothing anywhere.
 *
 * @throws AppError as the completer does: `timeout` with code `llm.cancelled` when the signal aborts
 */
export async function writeProposal(input: WritingInput, deps: WritingDeps): Promise<WrittenProposal> {
  const ready = prepare(input);
  // The company's own next steps stand as they are, until somebody asks for others.
  const kinds = PROSE_SECTIONS.filter((kind) => kind !== 'next-steps' || input.template.nextSteps.trim() === '');
  const prose = await writeProse(ready, kinds, deps);
  const sections = SECTION_KINDS.map((kind) => prose.sections.get(kind as ProseSectionKind) ?? ownSection(kind, ready));
  return {
    locale: ready.locale,
    title: titleOf(ready),
    sections,
    sources: cited(sections, ready),
    writer: prose.writer,
  };
}

/** One section anew, after the one-line steer in the choices. */
export async function writeSection(input: SectionInput, deps: WritingDeps): Promise<WrittenSection> {
  const { kind, ...rest } = input;
  const ready = prepare(rest);
  const { sections, writer } = await writeProse(ready, [kind], deps);
  const section = sections.get(kind) ?? ownSection(kind, ready);
  return { section, sources: cited([section], ready), writer };
}

function prepare(input: WritingInput): OwnInput {
  const locale = localeOf(input);
  const activities = readActivities(input.deal.activities);
  const { kinds } = phrasesFor(locale);
  return {
    ...input,
    locale,
    activities,
    sources: activities.map((activity) => toSource(activity, kinds[activity.kind])),
  };
}

function cited(sections: readonly ProposalSection[], { sources }: OwnInput) {
  const ids = sections.flatMap(({ paragraphs }) => paragraphs.flatMap((paragraph) => paragraph.sources));
  return [...new Set(ids)].flatMap((id) => sources.find((source) => source.id === id) ?? []);
}

function titleOf({ locale, facts }: OwnInput): string {
  const value = (key: string) => facts.find((fact) => fact.key === key)?.value;
  const whom = value('customer.company') ?? value('customer.name') ?? value('deal.name');
  const { document } = phrasesFor(locale);
  return whom === undefined ? document : `${document} – ${whom}`;
}
