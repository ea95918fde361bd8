import type { ProposalRequest, ProposalSection, ProposalSource } from '@draftsmith/contracts';
import { baselinesOf, textOf } from '../edited.ts';
import { problemOf, Refused, refused } from '../problems.ts';
import { prove } from './prove.ts';
import { baseOf, gather, notePeople, templateOf, toWriter, type Work, writingOf } from './work.ts';

type Asked = ProposalRequest & { what: 'regenerate' };

/**
 * One section anew; all others, figures and prices stay as they are in the version on screen.
 *
 * @returns the number of the version that has it
 */
export async function regenerate(work: Work, { version, section: kind, steer, force }: Asked): Promise<number> {
  const { deps, operation, versions } = work;
  await work.step('reading');
  const { row, words } = await baseOf(work, version);
  const before = words.content.sections.find((section) => section.kind === kind);
  if (before?.writtenBy === 'person' && !force) throw refused('edited');
  const template = await templateOf(work, words);
  const deal = await gather(work);
  await notePeople(work, deal);

  await work.step('writing');
  const { facts, prices, date, locale } = words.content;
  const choices = { locale, templateId: template.id, ...(steer?.trim() && { steer: steer.trim() }) };
  const input = await writingOf(work, { deal, facts, prices, template, date, choices });
  const written = await deps.writing.section({ ...input, kind }, deps.models);
  const { section, writer } = written;
  if (writer.unanswered === 'budget') throw refused('budget');
  if (writer.unanswered === 'unavailable')
    throw new Refused({ ...problemOf('source-down'), message: 'No language model could be reached. Try again soon' });
  // Without a model there are only the suite's own words, and they stand there already.
  if (before && textOf(before) === textOf(section)) return version;

  await work.step('checking');
  const sections = replaced(words.content.sections, section);
  const { [kind]: _, ...confirmed } = words.confirmed;
  const next = {
    ...words,
    ...{ confirmed, byName: operation.byName, baselines: baselinesOf(sections, words.baselines) },
    content: { ...words.content, sections, sources: citedOf(sections, [...words.content.sources, ...written.sources]) },
  };
  prove(next, template);
  const { revision } = row;
  return versions.add(operation, { how: 'regenerate', revision, words: next, writer: toWriter(writer) });
}

export function replaced(sections: readonly ProposalSection[], by: ProposalSection): ProposalSection[] {
  return sections.map((section) => (section.kind === by.kind ? by : section));
}

/** Each once, in the order given; what no paragraph rests on any more is left out. */
export function citedOf(sections: readonly ProposalSection[], sources: readonly ProposalSource[]): ProposalSource[] {
  const cited = new Set(sections.flatMap(({ paragraphs }) => paragraphs.flatMap((paragraph) => paragraph.sources)));
  const byId = new Map(sources.filter(({ id }) => cited.has(id)).map((source) => [source.id, source]));
  return [...byId.values()];
}
