import type { KnownPerson, ResourceRef } from '@draftsmith/contracts';
import type { Orm } from '@draftsmith/database';
import { erasures } from '@draftsmith/database/schema';
import { marksOn, type PeopleIndex } from '@draftsmith/personal-data';
import { and, gt, gte, inArray } from 'drizzle-orm';
import type { Operation } from '../store/operation-store.ts';
import { addPeople } from './people-rows.ts';

export type NoteAnswer = 'noted' | 'erased' | 'removed';

export interface ProposalPeople {
  /**
   * Notes whom a proposal is about, so that export and erase find it.
   *
   * @returns `erased` when one of them was erased on request after this operation was asked for, `removed` when the source
   * system took one of them, or the deal, away since. Either way it ends there.
   */
  note(
    operation: Pick<Operation, 'proposalId' | 'resource' | 'createdAt'>,
    people: readonly KnownPerson[],
  ): Promise<NoteAnswer>;
}

/**
 * The order decides: an erasure leaves its mark before it looks for proposals, and a proposal is noted before it looks for
 * marks. Whatever their timing, one of the two sees the other.
 */
export function createProposalPeople(orm: Orm, index: PeopleIndex, now: () => Date): ProposalPeople {
  const isMarked = async (keys: readonly string[], since: Date): Promise<boolean> => {
    if (keys.length === 0) return false;
    const { digest, at, until } = erasures;
    const marks = await orm
      .select({ at })
      .from(erasures)
      .where(and(inArray(digest, [...keys]), gte(at, since), gt(until, now())))
      .limit(1);
    return marks.length > 0;
  };
  return {
    async note({ proposalId, resource, createdAt }, people) {
      const digests = index.digestsOf(people);
      await addPeople(
        orm,
        digests.map((one) => ({ proposalId, ...one })),
      );
      const own = digests.map(({ digest }) => digest);
      if (await isMarked(own, createdAt)) return 'erased';
      return (await isMarked(marksOfSource(resource, digests, people), createdAt)) ? 'removed' : 'noted';
    },
  };
}

/** What `forgetSource` leaves of the deal, and of people: by digest, or as the source system names them. */
function marksOfSource(
  resource: ResourceRef,
  digests: ReturnType<PeopleIndex['digestsOf']>,
  people: readonly KnownPerson[],
): string[] {
  const references = people.flatMap(({ reference }) => reference ?? []);
  const of = digests.flatMap(({ kind, digest }) => (kind === 'reference' ? digest : []));
  return [`${resource.type}:${resource.id}`, ...references, ...of].map((key) => marksOn(resource) + key);
}
