import type { ProposalLook } from '@draftsmith/contracts';
import { viewOf } from '../document-view.ts';
import { sampleProposal } from '../sample/sample-proposal.ts';
import { ownTemplate } from './own/own-template.ts';
import { zip } from './zip.ts';

/**
 * The suite's own template as a Word file, for a company that would rather change one than begin one.
 *
 * @throws AppError `invalid` for a logo that cannot be shown
 */
export function startingTemplate({ locale, look }: { locale: string; look: ProposalLook }): Uint8Array {
  const sample = sampleProposal(locale);
  return zip(ownTemplate(viewOf(sample), look), sample.date);
}
