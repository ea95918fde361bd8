import type { KnowledgeKind } from '@draftsmith/contracts';
import type { Orm } from '@draftsmith/database';
import { type SQL, sql } from 'drizzle-orm';
import { decodeWords, type StoredWord, shelved, shelvedTitle } from '../store/words.ts';
import type { Look, PlannedTerm } from './plan.ts';
import type { Shelf } from './shelf.ts';

export interface Filters {
  /** `public` leaves out what must not be quoted to a customer. */
  visibility: 'public' | 'all';
  /** What belongs to another brand stays out; what belongs to none stays in. */
  brand?: string;
  kinds?: readonly KnowledgeKind[];
}

export interface Candidate {
  id: number;
  topic: string | null;
  length: number;
  updatedAt: number;
  words: readonly StoredWord[];
}

/** Passages that one look may bring, whatever the statistics promised. */
const MOST_OF_A_LOOK = 800;
/** Of those found by all looks together, and of each topic that is meant. */
const MOST = 200;
const MOST_OF_A_TOPIC = 60;
/** Terms that order candidates before they are ranked properly. */
const ORDERING_TERMS = 8;

export interface CandidateQuestion {
  shelf: Shelf;
  looks: readonly Look[];
  terms: readonly PlannedTerm[];
  topics: readonly string[];
  /** Passages that something else has found. */
  others?: readonly number[];
  filters: Filters;
}

/** The passages worth ranking: one statement, so that a search is a few round trips however long the question. */
export async function findCandidates(orm: Orm, question: CandidateQuestion): Promise<Candidate[]> {
  const { shelf, looks, topics, others = [], filters } = question;
  const worth = worthOf(question);
  const admitted = admits(filters);
  const found = looks.map(
    (look) => sql`(select id, ${worth} as worth from library_passages
      where stems @@ ${tsquery(shelf, look)}::tsquery and ${admitted} limit ${MOST_OF_A_LOOK})`,
  );
  const ofTopics = topics.map(
    (topic) => sql`(select id, ${worth} as worth from library_passages
      where shelf_id = ${shelf.id} and topic = ${topic} and ${admitted} order by 2 desc, id limit ${MOST_OF_A_TOPIC})`,
  );
  const best =
    found.length > 0
      ? [sql`(select id, max(worth) from (${union(found)}) as looked group by id order by 2 desc, id limit ${MOST})`]
      : [];
  const named =
    others.length > 0
      ? [sql`(select id, 0::real as worth from library_passages where id in ${[...others]} and ${admitted})`]
      : [];
  if (best.length + ofTopics.length + named.length === 0) return [];
  const { rows } = (await orm.execute(sql`
    select p.id, p.topic, p.length, p.words, extract(epoch from d.updated_at)::float8 as updated
    from (select distinct id from (${union([...best, ...ofTopics, ...named])}) as united) as c
    join library_passages p on p.id = c.id join library_documents d on d.id = p.document_id
    order by p.id`)) as unknown as { rows: Row[] };
  return rows.map(({ id, topic, length, words, updated }) => ({
    ...{ id, topic, length },
    updatedAt: updated * 1_000,
    words: decodeWords(words),
  }));
}

interface Row {
  id: number;
  topic: string | null;
  length: number;
  words: string;
  updated: number;
}

function tsquery(shelf: Shelf, look: Look): string {
  if (look.kind === 'both') return look.terms.map((term) => `'${shelved(shelf.id, term)}'`).join(' & ');
  return `'${look.kind === 'title' ? shelvedTitle(shelf.id, look.term) : shelved(shelf.id, look.term)}'`;
}

/** Rough, and quick: which of the question's rarest words are there at all. */
function worthOf({ shelf, terms }: CandidateQuestion): SQL {
  const parts = [...terms]
    .sort((a, b) => b.worth - a.worth)
    .slice(0, ORDERING_TERMS)
    .map(
      ({ term, worth }) =>
        sql`case when stems @@ ${`'${shelved(shelf.id, term)}'`}::tsquery then ${worth}::real else 0 end`,
    );
  return parts.length > 0 ? sql.join(parts, sql` + `) : sql`0::real`;
}

function admits({ visibility, brand, kinds }: Filters): SQL {
  const conditions = [
    ...(visibility === 'public' ? [sql`not internal`] : []),
    brand === undefined ? sql`true` : sql`(brand is null or brand = ${brand})`,
    ...(kinds ? [sql`kind in ${[...kinds]}`] : []),
  ];
  return sql.join(conditions, sql` and `);
}

function union(parts: readonly SQL[]): SQL {
  return sql.join([...parts], sql` union all `);
}
