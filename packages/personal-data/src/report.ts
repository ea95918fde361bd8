import type { Orm } from '@draftsmith/database';
import { draftPeople, type drafts, proposalPeople } from '@draftsmith/database/schema';
import { countJobsOf } from '@draftsmith/jobs';
import { count } from 'drizzle-orm';
import { among } from './among.ts';
import { consoleUsersOf } from './console-users.ts';
import { countDeliveries } from './deliveries.ts';
import { type FoundBy, type FoundDrafts, readDrafts, resourcesOf } from './find-drafts.ts';
import { type AskedPerson, toKnownPerson } from './person.ts';
import { policiesNaming } from './policies-naming.ts';
import { countPrompts } from './prompts.ts';
import { type ArtefactOfProposal, artefactsOf, type FoundProposals, type ReportedProposal } from './proposals.ts';
import { type Recipient, recipientsOf } from './recipients.ts';

/** One draft that is about the person: identifiers only. Times are ISO-8601. */
export interface ReportedDraft {
  id: string;
  connector: string;
  account: string;
  resourceType: string;
  resourceId: string;
  state: string;
  receivedAt: string;
  foundBy: FoundBy[];
  /** The note in the source system, where there is one. */
  noteId: string | null;
  url: string | null;
}

export type Place =
  | 'drafts'
  | 'proposals'
  | 'people'
  | 'prompts'
  | 'jobs'
  | 'deliveries'
  | 'answers'
  | 'knowledge'
  | 'policies'
  | 'users'
  | 'logs';

export interface PlaceReport {
  place: Place;
  /** What there is of the person; null where nothing can tell. */
  found: number | null;
  erased: number;
  /** A sentence: what stays, or why nothing is there. */
  remark: string;
}

export interface ErasureReport {
  kind: 'erase';
  at: string;
  /** False for a look at what would be erased. */
  done: boolean;
  person: AskedPerson;
  places: PlaceReport[];
  drafts: ReportedDraft[];
  proposals: ReportedProposal[];
  outside: {
    /** Drafts whose note stands in the source system: to be removed there. */
    notes: Pick<ReportedDraft, 'connector' | 'account' | 'resourceType' | 'resourceId' | 'noteId' | 'url'>[];
    /** What proposals left in the source system: as well. */
    artefacts: ArtefactOfProposal[];
    recipients: Recipient[];
  };
}

interface Looked {
  asked: AskedPerson;
  at: Date;
  found: FoundDrafts;
  proposals: FoundProposals;
}

/** What there is of a person, and where; nothing is erased yet. */
export async function reportOn(orm: Orm, { asked, at, found, proposals }: Looked): Promise<ErasureReport> {
  const ids = [...found.by.keys()];
  const reported = (await readDrafts(orm, ids)).map((row) => toReported(row, found));
  return {
    kind: 'erase',
    at: at.toISOString(),
    done: false,
    person: asked,
    places: await placesOf(orm, { asked, reported, unreadable: found.unreadable, proposals }),
    drafts: reported,
    proposals: proposals.found,
    outside: {
      notes: reported
        .filter(({ noteId }) => noteId !== null)
        .map(({ connector, account, resourceType, resourceId, noteId, url }) => ({
          ...{ connector, account, resourceType, resourceId, noteId, url },
        })),
      artefacts: artefactsOf(proposals.found),
      recipients: await recipientsOf(orm, [...ids, ...idsOf(proposals)]),
    },
  };
}

interface Counted {
  asked: AskedPerson;
  reported: readonly ReportedDraft[];
  unreadable: number;
  proposals: FoundProposals;
}

const idsOf = ({ found }: FoundProposals) => found.map(({ id }) => id);

async function placesOf(orm: Orm, { asked, reported, unreadable, proposals }: Counted): Promise<PlaceReport[]> {
  const ids = reported.map(({ id }) => id);
  const resources = resourcesOf(reported);
  const deals = resourcesOf(proposals.found);
  const users = await consoleUsersOf(orm, asked);
  const policies = await policiesNaming(orm, toKnownPerson(asked));
  const places: [Place, number | null, string][] = [
    ['drafts', ids.length, `Words, names and subjects go; outcomes, figures and identifiers stay${hidden(unreadable)}`],
    [
      'proposals',
      proposals.found.length,
      `Words, names and subjects of all versions go; figures and identifiers stay${hidden(proposals.unreadable)}`,
    ],
    [
      'people',
      await countPeople(orm, ids, idsOf(proposals)),
      'Digests by which drafts and proposals were found; marks of this erasure stay for a day',
    ],
    [
      'prompts',
      await countPrompts(orm, [...ids, ...idsOf(proposals)]),
      'Redacted prompts and answers; what was asked of whom, and its price, stays',
    ],
    [
      'jobs',
      (await countJobsOf(orm, 'draft', resources)) + (await countJobsOf(orm, 'prepare', deals)),
      'Jobs on these tickets and deals, waiting ones too: nothing comes of them',
    ],
    [
      'deliveries',
      await countDeliveries(orm, [...resources, ...deals]),
      'They forget the ticket or deal and stay: a repeat must be recognised',
    ],
    ['answers', null, 'Caches of redacted answers are emptied for all accounts'],
    ['knowledge', 0, 'Articles and macros are read from the source system each time, and kept nowhere'],
    ['policies', policies.length, policyRemark(policies)],
    ['users', users.length, 'Who signs in here is removed in the console; the audit log keeps the names of who acted'],
    [
      'logs',
      null,
      'They hold identifiers of drafts, proposals, tickets and deals only; whoever collects them keeps them',
    ],
  ];
  return places.map(([place, number, remark]) => ({ place, found: number, erased: 0, remark }));
}

async function countPeople(orm: Orm, draftIds: readonly string[], proposalIds: readonly string[]): Promise<number> {
  const [ofDrafts] = await orm.select({ rows: count() }).from(draftPeople).where(among(draftPeople.draftId, draftIds));
  const [ofProposals] = await orm
    .select({ rows: count() })
    .from(proposalPeople)
    .where(among(proposalPeople.proposalId, proposalIds));
  return (ofDrafts?.rows ?? 0) + (ofProposals?.rows ?? 0);
}

/** An admin has put them there, and drafts lean on them: what is to go is theirs to say. */
function policyRemark(accounts: readonly string[]): string {
  const of = accounts.length === 0 ? '' : ` of ${accounts.join(', ')}`;
  return `Words that are never or always replaced${of}: taken out under Privacy & truth in the console. Lists in settings (DRAFTSMITH_DENY_WORDS and its like) are not looked at`;
}

function hidden(unreadable: number): string {
  return unreadable === 0 ? '' : `. ${unreadable} could not be searched: the key to their words is gone`;
}

export function toReported(row: typeof drafts.$inferSelect, found: FoundDrafts): ReportedDraft {
  const { id, connector, account, resourceType, resourceId, state, url } = row;
  return {
    ...{ id, connector, account, resourceType, resourceId, state },
    receivedAt: row.receivedAt.toISOString(),
    foundBy: [...(found.by.get(id) ?? [])].sort(),
    noteId: row.artefactId,
    url,
  };
}
