import { AppError } from '@draftsmith/errors';
import { type LockTerms, proveRendered } from '@draftsmith/number-lock';
import type { ProposalTemplate } from '@draftsmith/proposal-settings';
import { proofTermsOf } from '@draftsmith/proposal-writing';
import type { VersionWords } from '../store/version-words.ts';
import { renderedOf } from '../view.ts';

type Provable = Pick<VersionWords, 'content' | 'confirmed'>;

/** What the texts of a version may say: its facts, what it cites, the company's own words, and what a person meant. */
export function termsOf({ content, confirmed }: Provable, template: ProposalTemplate): LockTerms {
  const { facts, prices, locale, sources } = content;
  // Who else is in the deal by now was not there when this was written.
  const deal = { activities: sources.map(({ excerpt, ...source }) => ({ ...source, text: excerpt })), contacts: [] };
  const terms = proofTermsOf({ deal, facts, prices, template, locale });
  return { ...terms, allowed: [...(terms.allowed ?? []), ...Object.values(confirmed).flat()] };
}

/**
 * The last look before a version is kept, and before a document is made of it.
 *
 * @throws AppError `invalid` with code `proposals.unproven` when anything in it is bound to nothing; never says what
 */
export function prove(words: Provable, template: ProposalTemplate): void {
  if (proveRendered(renderedOf(words), termsOf(words, template)).length === 0) return;
  const message = 'The proposal states something that is bound to no source';
  throw new AppError('invalid', message, { code: 'proposals.unproven' });
}
