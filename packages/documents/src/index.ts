export { renderDocx } from './docx/render-docx.ts';
export { startingTemplate } from './docx/starting-template.ts';
export { TEMPLATE_BYTES } from './docx/unzip.ts';
export { validateTemplate } from './docx/validate-template.ts';
export { LOGO_BYTES, readLogo } from './logo/read-logo.ts';
export { renderPdf } from './pdf/render-pdf.ts';
export { previewDocument } from './preview-document.ts';
export { sampleProposal } from './sample/sample-proposal.ts';
