import type { AskedPerson } from '@draftsmith/personal-data';
import { type FindDeps, findProposals } from './find.ts';
import { forgetProposals } from './forget.ts';

export interface ErasedProposals {
  /** How many were about the person, and lost their words. */
  erased: number;
  /** Proposals that could not be searched: the key to their words is gone. */
  unreadable: number;
}

/**
 * For `elsewhere` of `erase`, which has left its marks before: what is noted too late to be found finds those. Can be killed
 * at any moment and run again: a proposal loses its words and what tells whose it was at once.
 *
 * @throws AppError `invalid` for a person that nobody could be found by
 */
export async function eraseProposals(deps: FindDeps, asked: AskedPerson, at: Date): Promise<ErasedProposals> {
  const { by, unreadable } = await findProposals(deps, asked);
  return { erased: await forgetProposals(deps.orm, [...by.keys()], { at, why: 'request' }), unreadable };
}
