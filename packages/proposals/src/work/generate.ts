import type { DealContext, ProposalChoices } from '@draftsmith/contracts';
import { baselinesOf } from '../edited.ts';
import type { VersionRow } from '../store/version-store.ts';
import { compose } from './compose.ts';
import { gather, notePeople, payerOf, toWriter, type Work } from './work.ts';

/** A proposal from the deal as it stands. @returns the number of its version */
export async function generate(work: Work, asked: ProposalChoices): Promise<number> {
  const { deps, operation, settings, versions, signal } = work;
  await work.step('reading');
  const deal = await gather(work);
  await notePeople(work, deal);
  if (operation.preparing) {
    const [newest] = await versions.list(operation.proposalId);
    if (newest?.revision === deal.revision && isAsAsked(work, newest, asked)) return newest.number;
  }
  const { content, writer } = await compose(deps, {
    ...{ resource: operation.resource, deal, settings, choices: asked, askedAt: operation.createdAt },
    ...{ user: payerOf(operation), reference: operation.proposalId, signal, onStep: work.step },
  });
  const words = {
    ...{ content, baselines: baselinesOf(content.sections), confirmed: {}, byName: operation.byName },
    look: { accent: settings.accent, company: settings.company, footer: settings.footer },
  };
  return versions.add(operation, {
    ...{ how: 'generate', revision: deal.revision, words, writer: toWriter(writer) },
    deal: seen(deal),
  });
}

/** What was not asked for may be as it is. */
function isAsAsked({ versions }: Work, version: VersionRow, { locale, templateId }: ProposalChoices): boolean {
  if (locale !== undefined && version.locale !== locale) return false;
  return templateId === undefined || versions.open(version)?.content.template.id === templateId;
}

function seen({ deal: { name, stage }, links }: DealContext) {
  return { name, ...(stage && { stage: stage.name }), ...(links.deal !== undefined && { url: links.deal }) };
}
