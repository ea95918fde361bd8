import type { Orm } from '@draftsmith/database';
import { attempts, completions } from '@draftsmith/database/schema';
import { sql } from 'drizzle-orm';
import { asked, type ReceiptQuestion } from './receipts.ts';
import { rowsOf } from './rows-of.ts';

/** Somebody whom prompts were sent to. */
export interface Recipient {
  provider: string;
  host: string;
  region: string | null;
  calls: number;
  bytes: number;
  /** ISO-8601. */
  first: string;
  last: string;
}

/** As JSON holds it. */
export interface RecipientReport {
  /** Most calls first. */
  recipients: Recipient[];
  /** Calls that the leak check stopped before anything was sent. */
  heldBack: number;
  /** Calls that came to no connection. */
  unsent: number;
  /** Calls from before there were receipts: they were sent, and nobody noted where. */
  unrecorded: number;
}

interface Row extends Omit<Recipient, 'host'> {
  fate: 'sent' | 'heldBack' | 'unrecorded' | 'unsent';
  host: string | null;
}

/** Who received what, and how often, in a range: what a record of processing lists as recipients. */
export async function recipientsOf(orm: Orm, question: ReceiptQuestion): Promise<RecipientReport> {
  const time = (edge: 'min' | 'max') =>
    sql`to_char(${sql.raw(edge)}(${attempts.at}) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
  const rows = await rowsOf<Row>(
    orm,
    sql`
    select case when ${attempts.host} is not null then 'sent'
        when ${attempts.code} in ('llm.leak', 'llm.leak-check') then 'heldBack'
        when ${attempts.outcome} in ('answered', 'refused') or ${attempts.inputTokens} > 0 then 'unrecorded'
        else 'unsent' end as fate,
      ${attempts.provider} as provider, ${attempts.host} as host, ${attempts.region} as region,
      count(*)::float8 as calls, coalesce(sum(${attempts.payloadBytes}), 0)::float8 as bytes,
      ${time('min')} as first, ${time('max')} as last
    from ${attempts} inner join ${completions} on ${attempts.completionId} = ${completions.id}
    where ${asked(question)} group by 1, 2, 3, 4 order by calls desc, host`,
  );
  const calls = (fate: Row['fate']) => rows.filter((row) => row.fate === fate).reduce((sum, row) => sum + row.calls, 0);
  return {
    recipients: rows.flatMap(({ fate: _, host, ...row }) => (host === null ? [] : [{ ...row, host }])),
    heldBack: calls('heldBack'),
    unsent: calls('unsent'),
    unrecorded: calls('unrecorded'),
  };
}
