import type { DealContext, ProposalChoices, ProposalContent } from '@draftsmith/contracts';
import { collectFacts, localeOf } from '@draftsmith/proposal-writing';
import { baselinesOf } from '../edited.ts';
import { gapsOf } from '../gaps.ts';
import { refused } from '../problems.ts';
import { templateFor } from '../template-choice.ts';
import { prove } from './prove.ts';
import { gather, notePeople, toWriter, type Work, writingOf } from './work.ts';

/** A proposal from the deal as it stands. @returns the number of its version */
export async function generate(work: Work, asked: ProposalChoices): Promise<number> {
  const { deps, operation, settings, versions } = work;
  await work.step('reading');
  const deal = await gather(work);
  await notePeople(work, deal);
  if (operation.preparing) {
    const [newest] = await versions.list(operation.proposalId);
    if (newest?.revision === deal.revision) return newest.number;
  }
  const { prices, rateCard, date } = await priced(work, deal);
  const wanted = localeOf({ deal, choices: asked, settings });
  const template = await templateFor(deps.templates, operation.resource, { ...asked, locale: wanted });
  if (!template) throw refused('no-template');
  const locale = localeOf({ deal, choices: asked, settings, template });
  const facts = collectFacts({ deal, prices, settings, rateCard, date });

  await work.step('writing');
  const choices = { tone: settings.tone, ...asked, locale, templateId: template.id };
  const input = await writingOf(work, { deal, facts, prices, template, date, choices });
  const written = await deps.writing.proposal(input, deps.models);

  await work.step('checking');
  const { sections, sources, title } = written;
  const content: ProposalContent = {
    ...{ locale: written.locale, date, title, sections, facts, prices, sources },
    template: { id: template.id, revision: template.revision },
  };
  const words = {
    ...{ content, baselines: baselinesOf(sections), confirmed: {}, byName: operation.byName },
    look: { accent: settings.accent, company: settings.company, footer: settings.footer },
  };
  prove(words, template);
  return versions.add(operation, {
    ...{ how: 'generate', revision: deal.revision, words, writer: toWriter(written.writer) },
    deal: seen(deal),
  });
}

/** @throws Refused `gaps` with what blocks */
async function priced({ deps, operation }: Work, deal: DealContext) {
  const { connector, account } = operation.resource;
  const rateCard = await deps.rateCard.items(connector, account);
  // The day on which it was asked for: a try after midnight makes the same proposal.
  const { prices, gaps, today } = gapsOf(deal, { rateCard, now: operation.createdAt });
  const blocking = gaps.filter(({ severity }) => severity === 'blocks');
  if (blocking.length > 0 || prices.kind === 'refused') throw refused('gaps', { gaps: blocking });
  return { prices: prices.table, rateCard, date: today };
}

function seen({ deal: { name, stage }, links }: DealContext) {
  return { name, ...(stage && { stage: stage.name }), ...(links.deal !== undefined && { url: links.deal }) };
}
