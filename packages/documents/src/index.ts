export { renderPdf } from './pdf/render-pdf.ts';
export { sampleProposal } from './sample/sample-proposal.ts';
