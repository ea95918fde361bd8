import type { ProposalLook, RenderedProposal } from '@draftsmith/contracts';
import { AppError, isAppError } from '@draftsmith/errors';
import pdfmake, { type TDocumentDefinitions } from 'pdfmake';
import { viewOf } from '../document-view.ts';
import { flattenPng } from '../logo/flatten-png.ts';
import { readPng } from '../logo/png.ts';
import { readLogo } from '../logo/read-logo.ts';
import { oneLine } from '../plain-text.ts';
import { compressPdf } from './compress-pdf.ts';
import { FONTS } from './fonts.ts';
import { pagesOf } from './pages.ts';

const FONT_FILES = new Set(Object.values(FONTS.NotoSans));
pdfmake.setFonts(FONTS);
// Nothing in a proposal makes us read a file or call an address, whatever it says.
pdfmake.setUrlAccessPolicy(() => false);
pdfmake.setLocalAccessPolicy((path) => FONT_FILES.has(path));

/**
 * The proposal as PDF. The same input gives the same bytes: no clock, no time zone, no randomness, and packed by our own
 * code instead of the system's zlib.
 *
 * @throws AppError `invalid` for a logo that cannot be shown or a fact that cannot be formatted
 */
export async function renderPdf({
  proposal,
  look,
}: {
  proposal: RenderedProposal;
  look: ProposalLook;
}): Promise<Uint8Array> {
  const view = viewOf(proposal);
  const stamp = new Date(`${proposal.date}T00:00:00Z`);
  const company = oneLine(look.company);
  const definition: TDocumentDefinitions = {
    ...pagesOf(view, look, look.logo && logoUrl(look.logo)),
    info: { title: view.title, author: company, creator: 'Draftsmith', creationDate: stamp, modDate: stamp },
    language: proposal.locale,
    displayTitle: true,
    version: '1.7',
    compress: false,
  };
  try {
    return compressPdf(await pdfmake.createPdf(definition).getBuffer());
  } catch (error) {
    if (isAppError(error)) throw error;
    throw new AppError('invalid', 'The proposal could not be set as PDF', { code: 'documents.pdf', cause: error });
  }
}

function logoUrl(bytes: Uint8Array): string {
  const logo = readLogo(bytes);
  const png = logo.kind === 'png' ? readPng(bytes, logo.width * logo.height) : undefined;
  const shown = (png && flattenPng(png)) ?? bytes;
  return `data:image/${logo.kind};base64,${Buffer.from(shown).toString('base64')}`;
}
