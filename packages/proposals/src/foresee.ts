import type { DealContext, ProposalRequest, ResourceRef } from '@draftsmith/contracts';
import type { Database } from '@draftsmith/database';
import { approvalOf } from './approval.ts';
import { gapsOf } from './gaps.ts';
import { isOutdated, standingOf } from './outdated.ts';
import type { RateCardPort, SettingsPort, TemplatesPort } from './ports.ts';
import { refused } from './problems.ts';
import { findProposal } from './store/proposal-row.ts';
import type { VersionStore } from './store/version-store.ts';
import type { WriteStore } from './store/write-store.ts';

export interface ForeseeDeps {
  database: Database;
  settings: SettingsPort;
  templates: TemplatesPort;
  rateCard: RateCardPort;
  versions: VersionStore;
  writes: WriteStore;
  now: () => Date;
}

export interface Asking {
  resource: ResourceRef;
  request: ProposalRequest;
  /** Where it was looked at a moment ago. */
  deal: DealContext | undefined;
}

/**
 * What is known beforehand to come to nothing is said at once, before anything is queued. The job looks again: this is for
 * the person who waits.
 *
 * @throws Refused
 */
export async function foresee(deps: ForeseeDeps, { resource, request, deal }: Asking): Promise<void> {
  const { connector, account } = resource;
  if (request.what === 'generate') {
    const { templateId } = request.choices;
    if (templateId !== undefined && !(await deps.templates.find(resource, templateId))) throw refused('no-template');
    if (!deal) return;
    const rateCard = await deps.rateCard.items(connector, account);
    const gaps = gapsOf(deal, { rateCard, now: deps.now() }).gaps.filter(({ severity }) => severity === 'blocks');
    if (gaps.length > 0) throw refused('gaps', { gaps });
    return;
  }
  const proposal = await findProposal(deps.database.orm, resource);
  const row = proposal && (await deps.versions.find(proposal.id, request.version));
  if (!row) throw refused('no-version');
  if (request.what === 'regenerate' && !request.force) {
    const sections = deps.versions.open(row)?.content.sections ?? [];
    const isEdited = sections.some(({ kind, writtenBy }) => kind === request.section && writtenBy === 'person');
    if (isEdited) throw refused('edited');
  }
  if (request.what === 'quote') {
    const settings = await deps.settings.of(connector, account);
    if (!settings.quotes) throw refused('quotes-off');
    const writes = await deps.writes.of(row.proposalId);
    if (approvalOf({ ...row, writes, settings }) === 'missing') throw refused('approval');
  }
  if ((request.what === 'attach' || request.what === 'quote') && !request.confirmed && deal) {
    const content = deps.versions.open(row)?.content;
    if (content && isOutdated(content, standingOf(deal, deps.now()))) throw refused('outdated');
  }
}
