import type { AssistView, Connection, SimilarTicket } from '@draftsmith/contracts';
import { readContext, readQuestion } from '@draftsmith/drafting';
import { splitQuestions } from '@draftsmith/knowledge';
import type { DraftRow } from './store/ticket-drafts.ts';

/** Solved tickets that were like it; without other people's data, whoever looks. */
export type FindSimilar = (
  question: string,
  where: {
    connector: string;
    account: string;
    language: string;
    brand?: string;
    /** The ticket itself is no answer. */
    except: string;
    signal: AbortSignal;
  },
) => Promise<readonly SimilarTicket[]>;

export interface MissingDeps {
  connectionOf: (connector: string, account: string) => Connection | undefined;
  similar: FindSimilar;
  timeout?: (ms: number) => AbortSignal;
}

type Missing = NonNullable<AssistView['missing']>;

/** Milliseconds that somebody who opens a ticket waits for it. */
const PATIENCE = 2_000;
/** Tickets that are remembered. */
const MOST = 1_000;
const NOTHING: Missing = { questions: [], similar: [] };

/**
 * What a ticket asks that nothing answered, and what was answered to others. Read from the ticket when somebody looks,
 * and kept in memory only: such a draft holds no words.
 */
export function createMissing({ connectionOf, similar, timeout = AbortSignal.timeout }: MissingDeps) {
  const known = new Map<string, Promise<Missing>>();
  return async (row: DraftRow): Promise<Missing> => {
    const key = `${row.id} ${row.finishedAt?.getTime()}`;
    const before = known.get(key);
    if (before) return before;
    // All who wait for it see the ticket without; it is asked for again by the next who looks.
    const found = find(row).catch(() => {
      known.delete(key);
      return NOTHING;
    });
    known.set(key, found);
    if (known.size > MOST) for (const first of known.keys()) if (known.delete(first)) break;
    return found;
  };

  async function find({ connector, account, resourceType: type, resourceId: id, facts }: DraftRow): Promise<Missing> {
    const signal = timeout(PATIENCE);
    const connection = connectionOf(connector, account);
    const gathered = await connection?.gatherContext({ connector, account, type, id }, signal);
    if (gathered?.kind !== 'context') return NOTHING;
    const read = readQuestion(readContext(gathered.context));
    if (read.kind === 'skip') return NOTHING;
    const { text, language } = read.question;
    const brand = gathered.context.facts?.brand ?? facts?.brand;
    const where = { connector, account, language, except: id, signal, ...(brand && { brand }) };
    const subject = gathered.context.subject;
    // What is missing can be told without them.
    const others = await similar(`${subject}\n${text}`, where).catch(() => []);
    return { questions: splitQuestions(text, language), similar: others };
  }
}
