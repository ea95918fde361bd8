import {
  PROSE_SECTIONS,
  type ProposalOutcome,
  type ProposalReport,
  type ProseSectionKind,
} from '@draftsmith/contracts';
import type { Orm } from '@draftsmith/database';
import { proposals, proposalVersions, proposalWrites } from '@draftsmith/database/schema';
import type { Sealer } from '@draftsmith/sealing';
import { Decimal } from 'decimal.js';
import { and, asc, desc, eq, gte } from 'drizzle-orm';
import { isAmong } from '../personal/people-rows.ts';
import { openDealAbout, type ProposalRow } from '../store/proposal-row.ts';

export interface ReportOptions {
  connector?: string;
  account?: string;
  /** Looks so many days back, from now. */
  days: number;
}

export interface ReportDeps {
  orm: Orm;
  sealer: Sealer;
  now: () => Date;
}

/** Figures only: they outlive the words. */
type VersionFigures = Pick<typeof proposalVersions.$inferSelect, 'proposalId' | 'number' | 'costUsd' | 'edited'>;
type AttachFigures = Pick<typeof proposalWrites.$inferSelect, 'proposalId' | 'doneAt'>;

/** Deals that are listed; the totals are over these. */
const MOST = 5_000;
const DAY = 24 * 60 * 60_000;

/** What became of the proposals that were asked for in these days; newest first. */
export async function readProposalReport(deps: ReportDeps, options: ReportOptions): Promise<ProposalReport> {
  const { orm, sealer, now } = deps;
  const { connector, account, days } = options;
  const deals = await orm
    .select()
    .from(proposals)
    .where(
      and(
        gte(proposals.askedAt, new Date(now().getTime() - days * DAY)),
        connector === undefined ? undefined : eq(proposals.connector, connector),
        account === undefined ? undefined : eq(proposals.account, account),
      ),
    )
    .orderBy(desc(proposals.askedAt), asc(proposals.id))
    .limit(MOST);
  const ids = deals.map(({ id }) => id);
  const { proposalId, number, costUsd, edited } = proposalVersions;
  const versions = await orm
    .select({ proposalId, number, costUsd, edited })
    .from(proposalVersions)
    .where(isAmong(proposalId, ids))
    .orderBy(asc(number));
  const attached = await orm
    .select({ proposalId: proposalWrites.proposalId, doneAt: proposalWrites.doneAt })
    .from(proposalWrites)
    .where(and(isAmong(proposalWrites.proposalId, ids), eq(proposalWrites.kind, 'attach')))
    .orderBy(asc(proposalWrites.doneAt));
  const [versionsOf, attachedOf] = [
    Map.groupBy(versions, (row) => row.proposalId),
    Map.groupBy(attached, (row) => row.proposalId),
  ];
  const rows = deals.map((deal) =>
    outcomeOf(deal, {
      dealName: openDealAbout(sealer, deal)?.dealName ?? '',
      versions: versionsOf.get(deal.id) ?? [],
      attached: attachedOf.get(deal.id) ?? [],
    }),
  );
  return { days, total: totalOf(deals, rows), sections: sectionsOf(rows), rows };
}

interface Found {
  dealName: string;
  /** By number, as `attached` by time. */
  versions: readonly VersionFigures[];
  attached: readonly AttachFigures[];
}

function outcomeOf(deal: ProposalRow, { dealName, versions, attached }: Found): ProposalOutcome {
  const first = attached.find(({ doneAt }) => doneAt !== null)?.doneAt ?? null;
  const spent = first && (first.getTime() - deal.askedAt.getTime()) / 60_000;
  return {
    ...{ dealId: deal.resourceId, dealName, dealUrl: deal.url, versions: deal.lastNumber },
    askedAt: deal.askedAt.toISOString(),
    attachedAt: first?.toISOString() ?? null,
    minutes: spent === null ? null : Math.max(0, Math.round(spent * 10) / 10),
    edited: editedIn(versions.at(-1)),
    sentAt: deal.sentAt?.toISOString() ?? null,
    stageThen: deal.stageThen,
    stageNow: deal.stageNow,
    costUsd: versions.length === 0 ? null : sumOf(versions.map(({ costUsd }) => costUsd)),
  };
}

/** Of the newest version: what people made of what was written for them. */
function editedIn(newest: VersionFigures | undefined): ProposalOutcome['edited'] {
  if (!newest) return null;
  const sections = PROSE_SECTIONS.filter((kind) => (newest.edited[kind]?.changed ?? 0) > 0);
  const [words, changed] = (['words', 'changed'] as const).map((figure) =>
    Object.values(newest.edited).reduce((sum, section) => sum + section[figure], 0),
  ) as [number, number];
  return { share: words === 0 ? 0 : Math.round((changed / words) * 1_000) / 1_000, sections };
}

function totalOf(deals: readonly ProposalRow[], rows: readonly ProposalOutcome[]): ProposalReport['total'] {
  const attached = rows.filter(({ attachedAt }) => attachedAt !== null);
  const costs = rows.flatMap(({ costUsd }) => costUsd ?? []);
  return {
    asked: rows.length,
    attached: attached.length,
    edited: rows.filter(({ edited }) => (edited?.share ?? 0) > 0).length,
    sent: rows.filter(({ sentAt }) => sentAt !== null).length,
    won: deals.filter(({ stageOutcome }) => stageOutcome === 'won').length,
    lost: deals.filter(({ stageOutcome }) => stageOutcome === 'lost').length,
    minutes: medianOf(attached.flatMap(({ minutes }) => minutes ?? [])),
    costUsd: costs.length === 0 ? null : sumOf(costs),
  };
}

function sectionsOf(rows: readonly ProposalOutcome[]): ProposalReport['sections'] {
  const count = (kind: ProseSectionKind) => rows.filter(({ edited }) => edited?.sections.includes(kind)).length;
  return PROSE_SECTIONS.map((kind) => ({ kind, edited: count(kind) }));
}

function medianOf(values: readonly number[]): number | null {
  const sorted = values.toSorted((a, b) => a - b);
  const [low, high] = [sorted[Math.floor((sorted.length - 1) / 2)], sorted[Math.floor(sorted.length / 2)]];
  return low === undefined || high === undefined ? null : (low + high) / 2;
}

/** US dollars, as the ledger writes them. */
function sumOf(costs: readonly string[]): string {
  return costs.reduce((sum, cost) => sum.plus(cost), new Decimal(0)).toFixed(8);
}
