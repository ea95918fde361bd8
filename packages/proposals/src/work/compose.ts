import type {
  DealContext,
  ProposalChoices,
  ProposalContent,
  ProposalSettings,
  ResourceRef,
} from '@draftsmith/contracts';
import type { ProposalTemplate } from '@draftsmith/proposal-settings';
import { collectFacts, localeOf, type Writer, type WritingInput } from '@draftsmith/proposal-writing';
import { gapsOf } from '../gaps.ts';
import { refused } from '../problems.ts';
import { templateFor } from '../template-choice.ts';
import { prove } from './prove.ts';
import type { WorkDeps } from './work.ts';

export type ComposeDeps = Pick<WorkDeps, 'templates' | 'rateCard' | 'policyOf' | 'writing' | 'models'>;

export interface Composing extends Pick<WritingInput, 'user' | 'reference' | 'signal'> {
  resource: ResourceRef;
  deal: DealContext;
  settings: ProposalSettings;
  choices: ProposalChoices;
  /** When it was asked for: a try after midnight makes the same proposal. */
  askedAt: Date;
  onStep?: (step: 'writing' | 'checking') => Promise<void>;
}

export interface Composed {
  content: ProposalContent;
  template: ProposalTemplate;
  writer: Writer;
}

/**
 * A whole proposal from a deal as it was read: gaps, prices, facts, prose, proof. Stores nothing and writes nothing back.
 *
 * @throws Refused `gaps` with what blocks, `no-template`; AppError `proposals.unproven`
 */
export async function compose(deps: ComposeDeps, given: Composing): Promise<Composed> {
  const { resource, deal, settings, choices: asked, onStep, user, reference, signal } = given;
  const { prices, rateCard, date } = await priced(deps, given);
  const wanted = localeOf({ deal, choices: asked, settings });
  const template = await templateFor(deps.templates, resource, { ...asked, locale: wanted });
  if (!template) throw refused('no-template');
  const locale = localeOf({ deal, choices: asked, settings, template });
  const facts = collectFacts({ deal, prices, settings, rateCard, date });

  await onStep?.('writing');
  const choices = { tone: settings.tone, ...asked, locale, templateId: template.id };
  const policy = await deps.policyOf(resource.connector, resource.account);
  const who = { ...(user && { user }), ...(reference && { reference }), ...(signal && { signal }) };
  const input: WritingInput = { deal, facts, prices, template, date, choices, settings, policy, ...who };
  const { sections, sources, title, locale: written, writer } = await deps.writing.proposal(input, deps.models);

  await onStep?.('checking');
  const made = { id: template.id, revision: template.revision };
  const content: ProposalContent = { locale: written, date, title, sections, facts, prices, sources, template: made };
  prove({ content }, template);
  return { content, template, writer };
}

async function priced(deps: ComposeDeps, { resource, deal, askedAt }: Composing) {
  const rateCard = await deps.rateCard.items(resource.connector, resource.account);
  const { prices, gaps, today } = gapsOf(deal, { rateCard, now: askedAt });
  const blocking = gaps.filter(({ severity }) => severity === 'blocks');
  if (blocking.length > 0 || prices.kind === 'refused') throw refused('gaps', { gaps: blocking });
  return { prices: prices.table, rateCard, date: today };
}
