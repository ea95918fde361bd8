import { AppError } from '@draftsmith/errors';
import { type LockTerms, proveRendered } from '@draftsmith/number-lock';
import type { ProposalTemplate } from '@draftsmith/proposal-settings';
import { proofTermsOf } from '@draftsmith/proposal-writing';
import type { VersionWords } from '../store/version-words.ts';
import { renderedOf } from '../view.ts';

type Content = Pick<VersionWords, 'content'>;

/** What the texts of a version may say: its facts, what it cites, and the company's own words. */
export function termsOf({ content }: Content, template: ProposalTemplate): LockTerms {
  return proofTermsOf(content, template);
}

/**
 * The last look before a version is kept, and before a document is made of it. What a person typed is theirs: when they did,
 * each figure and name that nothing holds was shown to them.
 *
 * @throws AppError `invalid` with code `proposals.unproven` when anything in it is bound to nothing; never says what
 */
export function prove({ content }: Content, template: ProposalTemplate): void {
  const violations = proveRendered(renderedOf({ content }), termsOf({ content }, template));
  if (violations.every(({ writtenBy }) => writtenBy === 'person')) return;
  const message = 'The proposal states something that is bound to no source';
  throw new AppError('invalid', message, { code: 'proposals.unproven' });
}
