import type { Orm } from '@draftsmith/database';
import { proposalOperations, proposalPeople, proposals, proposalVersions } from '@draftsmith/database/schema';
import { isAppError } from '@draftsmith/errors';
import {
  type AskedPerson,
  mentions,
  type PeopleIndex,
  type PersonDigest,
  toKnownPerson,
} from '@draftsmith/personal-data';
import type { Sealer } from '@draftsmith/sealing';
import { asc, gt, inArray } from 'drizzle-orm';
import { openOperation } from '../store/operation-words.ts';
import { openDealAbout } from '../store/proposal-row.ts';
import { openVersion } from '../store/version-words.ts';
import { isAmong } from './people-rows.ts';

export interface FindDeps {
  orm: Orm;
  index: PeopleIndex;
  sealer: Sealer;
}

/** How a proposal is known to be about the person. `words`: it says so itself, without having been noted. */
export interface FoundProposals {
  by: ReadonlyMap<string, ReadonlySet<PersonDigest['kind'] | 'words'>>;
  /** Proposals that could not be searched, because the key to their words is gone. */
  unreadable: number;
}

/** Deals in memory at a time: each with all its versions. */
const PAGE = 50;

/**
 * Every proposal that is about somebody, or mentions them. Reads all words there are.
 *
 * @throws AppError `invalid` for a person that nobody could be found by
 */
export async function findProposals(deps: FindDeps, asked: AskedPerson): Promise<FoundProposals> {
  const { orm, index } = deps;
  const person = toKnownPerson(asked);
  const found = new Map<string, Set<PersonDigest['kind'] | 'words'>>();
  const add = (id: string, by: PersonDigest['kind'] | 'words') => found.set(id, (found.get(id) ?? new Set()).add(by));
  const digests = index.digestsOf([person]).map(({ digest }) => digest);
  const noted = await orm.select().from(proposalPeople).where(inArray(proposalPeople.digest, digests));
  for (const { proposalId, kind } of noted) add(proposalId, kind);

  const isMentionedIn = mentions(person);
  let unreadable = 0;
  for await (const { id, subject, texts } of everyProposal(deps)) {
    if (found.has(id)) continue;
    if (!texts) unreadable += 1;
    else if (isMentionedIn({ subject, customerName: null, texts })) add(id, 'words');
  }
  return { by: found, unreadable };
}

interface ProposalTexts {
  id: string;
  subject: string;
  texts: string[] | undefined;
}

/** In the order of their ids, page by page: what is written meanwhile neither repeats nor hides others. */
async function* everyProposal({ orm, sealer }: FindDeps): AsyncGenerator<ProposalTexts> {
  let after: string | undefined;
  do {
    const deals = await orm
      .select()
      .from(proposals)
      .where(after === undefined ? undefined : gt(proposals.id, after))
      .orderBy(asc(proposals.id))
      .limit(PAGE);
    const ids = deals.map(({ id }) => id);
    const versions = await orm.select().from(proposalVersions).where(isAmong(proposalVersions.proposalId, ids));
    const operations = await orm.select().from(proposalOperations).where(isAmong(proposalOperations.proposalId, ids));
    for (const deal of deals) {
      const texts = openedTexts(() => [
        ...versions
          .filter((row) => row.proposalId === deal.id)
          .flatMap(({ content, ...row }) =>
            content === null ? [] : stringsIn(openVersion(sealer, { ...row, content })),
          ),
        ...operations
          .filter((row) => row.proposalId === deal.id)
          .flatMap((operation) => {
            const { request, byName, problem } = openOperation(sealer, { operation, deal });
            return stringsIn([request, byName, problem]);
          }),
      ]);
      yield { id: deal.id, subject: openDealAbout(sealer, deal)?.dealName ?? '', texts };
    }
    after = deals.length === PAGE ? deals.at(-1)?.id : undefined;
  } while (after !== undefined);
}

function openedTexts(open: () => string[]): string[] | undefined {
  try {
    return open();
  } catch (error) {
    if (isAppError(error)) return undefined;
    throw error;
  }
}

/** Every text within a value: a person may be named anywhere. */
export function stringsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(stringsIn);
}
