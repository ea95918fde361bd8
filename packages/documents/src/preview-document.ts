import type { ProposalLook } from '@draftsmith/contracts';
import { renderDocx } from './docx/render-docx.ts';
import { renderPdf } from './pdf/render-pdf.ts';
import { sampleProposal } from './sample/sample-proposal.ts';

/**
 * A proposal with invented names, made exactly as a real one is: what an admin sees of a template or a look.
 *
 * @param given.template only of interest for `docx`; PDFs have the suite's own layout
 * @throws AppError `invalid` as `renderDocx` and `renderPdf` do
 */
export async function previewDocument(given: {
  locale: string;
  look: ProposalLook;
  format: 'docx' | 'pdf';
  template?: Uint8Array;
}): Promise<Uint8Array> {
  const { locale, format, ...documents } = given;
  const proposal = sampleProposal(locale);
  return format === 'pdf' ? renderPdf({ proposal, look: documents.look }) : renderDocx({ proposal, ...documents });
}
