import type { DealContext, ProposalSettings, ProposalView, ResourceRef } from '@draftsmith/contracts';
import type { Database } from '@draftsmith/database';
import { localeOf } from '@draftsmith/proposal-writing';
import type { Rep } from './create-proposals.ts';
import type { DealLook } from './deal-look.ts';
import { gapsOf } from './gaps.ts';
import type { Standing } from './outdated.ts';
import type { RateCardPort, SettingsPort, TemplatesPort } from './ports.ts';
import type { Operation } from './store/operation-store.ts';
import { findProposal } from './store/proposal-row.ts';
import type { VersionStore } from './store/version-store.ts';
import type { WriteStore } from './store/write-store.ts';
import { bestTemplate } from './template-choice.ts';
import { headlineOf } from './totals.ts';
import { toOperation, toSummary } from './view.ts';

export interface ViewsDeps {
  database: Database;
  look: DealLook;
  settings: SettingsPort;
  templates: TemplatesPort;
  rateCard: RateCardPort;
  versions: VersionStore;
  writes: WriteStore;
  now: () => Date;
}

/** Versions that a card lists. */
const MOST_VERSIONS = 50;

/** What a rep sees on a deal: what a proposal would use, what is missing, and what there is. */
export function createViews({ database, look, versions, writes, now, ...ports }: ViewsDeps) {
  const versionsOf = async (
    resource: ResourceRef,
    beside: { settings: ProposalSettings; standing: Standing },
  ): Promise<ProposalView['versions']> => {
    const proposal = await findProposal(database.orm, resource);
    if (!proposal) return [];
    const [rows, written] = await Promise.all([versions.list(proposal.id), writes.of(proposal.id)]);
    return rows
      .slice(0, MOST_VERSIONS)
      .map((row) => toSummary(row, { words: versions.open(row), writes: written, ...beside }));
  };
  return {
    async of(resource: ResourceRef, rep: Rep, running: Operation | undefined): Promise<ProposalView> {
      const { connector, account } = resource;
      const [deal, settings, templates, rateCard] = await Promise.all([
        look.at(resource),
        ports.settings.of(connector, account),
        ports.templates.list(connector, account),
        ports.rateCard.items(connector, account),
      ]);
      const { gaps, ...standing } = gapsOf(deal, { rateCard, now: now() });
      const { prices } = standing;
      const locale = localeOf({ deal, choices: {}, settings });
      const template = bestTemplate(templates, locale);
      const total = prices.kind === 'priced' ? headlineOf(prices.table, rep.locale ?? locale) : null;
      const currency = prices.kind === 'priced' ? prices.table.currency : (deal.deal.currency ?? null);
      return {
        ...{ dealId: resource.id, dealName: deal.deal.name, gaps },
        uses: { ...usesOf(deal), currency, total },
        templates: templates.map(({ id, name, locale: of }) => ({ id, name, locale: of })),
        locales: [...new Set([locale, ...settings.locales])],
        defaults: { locale, tone: settings.tone, ...(template && { templateId: template.id }) },
        versions: await versionsOf(resource, { settings, standing }),
        running: running ? toOperation(running) : null,
        quotes: settings.quotes,
      };
    },
  };
}

function usesOf({ contacts: [first], company, lineItems, activities, activitiesLeft, owner }: DealContext) {
  const name = first && (first.name ?? [first.firstName, first.lastName].filter(Boolean).join(' '));
  return {
    contact: name || (first?.email ?? null),
    company: company?.name ?? first?.organization ?? null,
    lineItems: lineItems.length,
    activities: activities.length + activitiesLeft,
    owner: owner?.name ?? null,
  };
}
