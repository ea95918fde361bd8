import type { ProposalLook } from '@draftsmith/contracts';
import { readableAccent } from '../../colour.ts';
import type { DocumentView } from '../../document-view.ts';
import { type Logo, readLogo } from '../../logo/read-logo.ts';
import { CORE, coreProperties } from '../properties.ts';
import type { Entries } from '../unzip.ts';
import { type BodyInput, coverBody, pagesBody } from './body.ts';
import { logoRun } from './logo-run.ts';
import { DECLARATION, NAMESPACES } from './markup.ts';
import {
  contentTypes,
  documentRelations,
  fontTablePart,
  footerPart,
  headerPart,
  LOGO_RELATION,
  numberingPart,
  packageRelations,
  relationId,
  settingsPart,
} from './parts.ts';
import { stylesPart } from './styles.ts';

/** Twips. */
const MARGIN = 1200;
const A4 = { width: 11_906, height: 16_838 };
const LETTER = { width: 12_240, height: 15_840 };

/**
 * The suite's own Word template, with the same placeholders that companies' templates have: there is one way in which
 * documents are filled in.
 *
 * @throws AppError `invalid` for a logo that cannot be shown
 */
export function ownTemplate(view: DocumentView, look: ProposalLook): Entries {
  const logo = look.logo && readLogo(look.logo);
  const page = /[-_](US|CA)$/i.test(view.locale) ? LETTER : A4;
  const width = page.width - 2 * MARGIN;
  const lines = view.prices.groups.flatMap((group) => group.lines);
  const body: BodyInput = {
    labels: view.labels,
    width,
    columns: { discount: lines.some(({ discount }) => discount), tax: lines.some(({ tax }) => tax) },
    logo: logo && logoRun(logo, LOGO_RELATION),
  };
  const accent = readableAccent(look.accent).slice(1).toUpperCase();
  const parts: [name: string, content: string][] = [
    ['[Content_Types].xml', contentTypes(logo)],
    ['_rels/.rels', packageRelations()],
    [CORE, coreProperties('', '', '1980-01-01')],
    ['word/_rels/document.xml.rels', documentRelations(logo)],
    ['word/document.xml', documentPart(body, page)],
    ['word/fontTable.xml', fontTablePart()],
    ['word/footer1.xml', footerPart(width)],
    ['word/footer2.xml', footerPart(width, view.labels)],
    ['word/header1.xml', headerPart(width)],
    ['word/numbering.xml', numberingPart()],
    ['word/settings.xml', settingsPart()],
    ['word/styles.xml', stylesPart(accent, languageTag(view.locale))],
  ];
  const encoder = new TextEncoder();
  return new Map([...parts.map(([name, content]) => [name, encoder.encode(content)] as const), ...picture(logo)]);
}

const picture = (logo: Logo | undefined) => (logo ? ([[`word/media/logo.${logo.kind}`, logo.bytes]] as const) : []);

/** Ends in markup. */
const languageTag = (locale: string) => (/^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/i.test(locale) ? locale : 'en-US');

/** Two sections of Word: the cover, without head and number, and the pages. */
function documentPart(body: BodyInput, page: { width: number; height: number }): string {
  const section = (references: string) =>
    `<w:sectPr>${references}<w:type w:val="nextPage"/><w:pgSz w:w="${page.width}" w:h="${page.height}"/><w:pgMar w:top="1560" w:right="${MARGIN}" w:bottom="1400" w:left="${MARGIN}" w:header="720" w:footer="560" w:gutter="0"/></w:sectPr>`;
  const reference = (kind: 'header' | 'footer', id: string) => `<w:${kind}Reference w:type="default" r:id="${id}"/>`;
  const cover = section(reference('footer', relationId('word/footer1.xml')));
  const pages = section(
    reference('header', relationId('word/header1.xml')) + reference('footer', relationId('word/footer2.xml')),
  );
  return `${DECLARATION}<w:document ${NAMESPACES}><w:body>${coverBody(body)}<w:p><w:pPr>${cover}</w:pPr></w:p>${pagesBody(body)}${pages}</w:body></w:document>`;
}
