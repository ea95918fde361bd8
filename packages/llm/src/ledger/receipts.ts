import type { Orm } from '@draftsmith/database';
import { attempts, completions } from '@draftsmith/database/schema';
import { AppError } from '@draftsmith/errors';
import { and, desc, eq, notInArray, type SQL, sql } from 'drizzle-orm';
import { WITHOUT_MODEL } from '../routes/route.ts';
import { type Range, within } from './usage-report.ts';

/** What is on record of one call to a model: whom it was sent to and what it was, never what it said. */
export interface Receipt {
  /** ISO-8601. */
  at: string;
  completionId: string;
  reference: string | null;
  connector: string | null;
  account: string;
  purpose: string;
  provider: string;
  model: string;
  /** Null where nothing was sent, and in rows from before there were receipts. */
  host: string | null;
  region: string | null;
  /** Of the attempt; `leak` and `leak-check` where the payload was held back. */
  outcome: string;
  /** Distinct values that were replaced before the prompt was made, by type. */
  replaced: Readonly<Record<string, number>>;
  payloadSha256: string | null;
  payloadBytes: number | null;
}

export interface ReceiptQuestion extends Range {
  account?: string;
  /** E.g. one draft. */
  reference?: string;
}

export interface ReceiptPage {
  items: Receipt[];
  /** Cursor of the next page; null on the last. */
  next: string | null;
}

const PAGE = 500;
/** Calls for one draft; a second opinion, retries and repairs included, there are hardly ever ten. */
const MOST_OF_ONE = 200;

/** Newest first. @throws AppError `invalid` for a cursor that is none */
export async function receiptsPage(
  orm: Orm,
  question: ReceiptQuestion,
  { limit = PAGE, cursor }: { limit?: number; cursor?: string } = {},
): Promise<ReceiptPage> {
  const rows = await select(orm)
    .where(and(asked(question), cursor === undefined ? undefined : before(cursor)))
    .orderBy(desc(attempts.at), desc(attempts.completionId), desc(attempts.n))
    .limit(limit + 1);
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  const next = rows.length > limit && last ? [last.at.toISOString(), last.completionId, last.n].join('~') : null;
  return { items: shown.map(toReceipt), next };
}

/** Every receipt, newest first, read page by page: as many as there are, in little memory. */
export async function* receiptsOf(orm: Orm, question: ReceiptQuestion): AsyncGenerator<Receipt> {
  for (let cursor: string | null | undefined; cursor !== null; ) {
    const page: ReceiptPage = await receiptsPage(orm, question, cursor === undefined ? {} : { cursor });
    yield* page.items;
    cursor = page.next;
  }
}

/** In the order of sending. @param reference e.g. a draft's id */
export async function receiptsOfReference(orm: Orm, reference: string): Promise<Receipt[]> {
  const rows = await select(orm)
    .where(and(eq(completions.reference, reference), calledModel()))
    .orderBy(attempts.at, attempts.completionId, attempts.n)
    .limit(MOST_OF_ONE);
  return rows.map(toReceipt);
}

/** Conditions of a question, for the two tables joined. */
export function asked({ account, reference, ...range }: ReceiptQuestion): SQL | undefined {
  return and(
    within(attempts.at, range),
    calledModel(),
    account === undefined ? undefined : eq(attempts.account, account),
    reference === undefined ? undefined : eq(completions.reference, reference),
  );
}

/** What is composed here leaves nobody. */
function calledModel(): SQL {
  return notInArray(attempts.provider, Object.keys(WITHOUT_MODEL));
}

/** Held back by the leak check, or how the attempt ended. */
const outcome = sql<string>`case ${attempts.code} when 'llm.leak' then 'leak' when 'llm.leak-check' then 'leak-check' else ${attempts.outcome} end`;

function select(orm: Orm) {
  const { at, n, completionId, connector, account, purpose, provider, model, host, region } = attempts;
  const { payloadSha256, payloadBytes } = attempts;
  const { reference, replaced } = completions;
  return orm
    .select({
      ...{ at, n, completionId, reference, connector, account, purpose, provider, model, host, region, outcome },
      ...{ replaced, payloadSha256, payloadBytes },
    })
    .from(attempts)
    .innerJoin(completions, eq(attempts.completionId, completions.id));
}

type Row = Awaited<ReturnType<ReturnType<typeof select>['execute']>>[number];

function toReceipt({ n: _, at, replaced, ...rest }: Row): Receipt {
  return { ...rest, at: at.toISOString(), replaced: replaced ?? {} };
}

function before(cursor: string): SQL {
  const [, at, id, n] = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z)~([\da-f-]{36})~(\d{1,9})$/.exec(cursor) ?? [];
  if (!at || !id || !n)
    throw new AppError('invalid', 'cursor: expected the "next" of a page of receipts', { code: 'ledger.cursor' });
  // The first condition says nothing new, and lets the index on the time be used.
  return sql`${attempts.at} <= ${at}::timestamptz
    and (${attempts.at}, ${attempts.completionId}, ${attempts.n}) < (${at}::timestamptz, ${id}::uuid, ${n}::int)`;
}
