import type { ProposalSection } from '@draftsmith/contracts';
import { AppError } from '@draftsmith/errors';
import { type LockTerms, proveRendered, renderSections } from '@draftsmith/number-lock';
import type { ProposalTemplate } from '@draftsmith/proposal-settings';
import { proofTermsOf } from '@draftsmith/proposal-writing';
import type { VersionWords } from '../store/version-words.ts';

type Content = Pick<VersionWords, 'content'>;

/** What the texts of a version may say: its facts, what it cites, and the company's own words. */
export function termsOf({ content }: Content, template: ProposalTemplate): LockTerms {
  return proofTermsOf(content, template);
}

/**
 * The last look before a version is kept, and before a document is made of it. What a person typed is theirs: when they did,
 * each figure and name that nothing holds was shown to them. A line of the company's own text is its own, word for word.
 *
 * @throws AppError `invalid` with code `proposals.unproven` when anything in it is bound to nothing; never says what
 */
export function prove({ content }: Content, template: ProposalTemplate): void {
  const { facts, locale } = content;
  const rendered = renderSections(withoutOwn(content.sections, template), facts, locale);
  const violations = proveRendered(rendered, termsOf({ content }, template));
  if (violations.every(({ writtenBy }) => writtenBy === 'person')) return;
  const message = 'The proposal states something that is bound to no source';
  throw new AppError('invalid', message, { code: 'proposals.unproven' });
}

/** Without paragraphs that are a line of the template's: "payable within 30 days" is bound to the admin who wrote it. */
function withoutOwn(
  sections: readonly ProposalSection[],
  { terms, nextSteps }: ProposalTemplate,
): readonly ProposalSection[] {
  const lines = [terms, nextSteps].flatMap((text) => text.split(/\r?\n/));
  const own = new Set(lines.map((line) => line.replace(/^\s*[-*•]\s+/, '').trim()));
  return sections.map((section) => {
    if (section.writtenBy !== 'template') return section;
    return { ...section, paragraphs: section.paragraphs.filter(({ text }) => !own.has(text)) };
  });
}
