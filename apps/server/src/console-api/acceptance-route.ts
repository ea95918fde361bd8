import type { AcceptanceReport } from '@draftsmith/contracts';
import type { Orm } from '@draftsmith/database';
import type { RequestHandler } from 'express';
import { answerAcceptance, readAcceptanceQuestion } from '../acceptance/answer-acceptance.ts';
import type { Accounts } from '../accounts.ts';

export interface AcceptanceRouteDeps {
  orm: Orm;
  accounts: Pick<Accounts, 'all'>;
  now?: () => Date;
}

/** Milliseconds that source systems get for the names of brands; without them the page shows their numbers. */
const NAMES_DEADLINE = 3_000;

/** GET: what became of drafts. For everybody signed in: figures name no customer and no agent. */
export function acceptanceRoute({ orm, accounts, now = () => new Date() }: AcceptanceRouteDeps): RequestHandler {
  return async (request, response) => {
    const report = await answerAcceptance(orm, readAcceptanceQuestion(request.query), now());
    response.json(report.by === 'brand' ? withNames(report, await brandNames(accounts)) : report);
  };
}

function withNames(report: AcceptanceReport, names: ReadonlyMap<string, string>): AcceptanceReport {
  return { ...report, rows: report.rows.map((row) => ({ ...row, name: names.get(row.key) ?? row.name })) };
}

async function brandNames({ all }: AcceptanceRouteDeps['accounts']): Promise<ReadonlyMap<string, string>> {
  const signal = AbortSignal.timeout(NAMES_DEADLINE);
  const choices = await Promise.all(
    // A source system that is down takes no figures away.
    all.map(({ connection }) => connection.choices?.(signal).catch(() => undefined)),
  );
  return new Map(choices.flatMap((choice) => choice?.brands ?? []).map(({ id, name }) => [id, name]));
}
