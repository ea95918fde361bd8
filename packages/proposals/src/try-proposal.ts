import type { DealConnection, ProposalSettings, ResourceRef } from '@draftsmith/contracts';
import { renderSections } from '@draftsmith/number-lock';
import { relevantWords } from '@draftsmith/proposal-writing';
import { readDeal } from './deal-look.ts';
import { type ComposeDeps, compose } from './work/compose.ts';
import { HISTORY } from './work/work.ts';

export interface Trial {
  resource: ResourceRef;
  deals: DealConnection;
  settings: ProposalSettings;
  now: Date;
  signal: AbortSignal;
}

/**
 * A proposal as one would get it, as plain text. Nothing of it is stored or written back.
 *
 * @throws AppError that a person can read: what blocks, what could not be reached
 */
export async function tryProposal(deps: ComposeDeps, trial: Trial): Promise<{ text: string; modelWritten: boolean }> {
  const { resource, deals, settings, now, signal } = trial;
  const glance = await readDeal(deals, resource, { characters: 0, relevant: [] }, signal);
  const deal = await readDeal(deals, resource, { characters: HISTORY, relevant: relevantWords(glance) }, signal);
  const { content, writer } = await compose(deps, {
    ...{ resource, deal, settings, choices: {}, askedAt: now, signal },
    reference: `dry-run:${resource.id}`,
  });
  const sections = renderSections(content.sections, content.facts, content.locale).map(({ title, paragraphs }) =>
    [title, ...paragraphs.map(({ text, bullet }) => (bullet ? `- ${text}` : text))].join('\n'),
  );
  return { text: [content.title, ...sections].join('\n\n'), modelWritten: writer.modelWritten };
}
