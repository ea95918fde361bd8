import { escapeXml } from '../xml.ts';

/** WordprocessingML in the order that its schema wants; Word refuses a file for less. */

export const NAMESPACES =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"' +
  ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';

export const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

export function run(text: string, properties = ''): string {
  const format = properties && `<w:rPr>${properties}</w:rPr>`;
  return `<w:r>${format}<w:t xml:space="preserve">${escapeXml(text)}</w:t></w:r>`;
}

/** @param runs markup of runs @param more further properties, after the style */
export function paragraph(style: string, runs: string, more = ''): string {
  return `<w:p><w:pPr><w:pStyle w:val="${style}"/>${more}</w:pPr>${runs}</w:p>`;
}

export const text = (style: string, words: string) => paragraph(style, run(words));

/** A paragraph of a placeholder alone: it opens or closes a loop and is gone afterwards. */
export const mark = (placeholder: string) => text('Normal', `{{${placeholder}}}`);

export const PAGE_FIELD = '<w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple>';
export const PAGES_FIELD = '<w:fldSimple w:instr=" NUMPAGES "><w:r><w:t>1</w:t></w:r></w:fldSimple>';

export interface Cell {
  /** Twips. */
  width: number;
  content: string;
  /** Columns that it spans. */
  span?: number;
}

export function row(cells: readonly Cell[], head = false): string {
  const properties = `<w:trPr><w:cantSplit/>${head ? '<w:tblHeader/>' : ''}</w:trPr>`;
  return `<w:tr>${properties}${cells.map(cell).join('')}</w:tr>`;
}

function cell({ width, content, span }: Cell): string {
  const wide = span === undefined ? '' : `<w:gridSpan w:val="${span}"/>`;
  return `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/>${wide}</w:tcPr>${content}</w:tc>`;
}

/** @param widths of its columns, in twips */
export function table(style: string, widths: readonly number[], rows: string): string {
  const total = widths.reduce((sum, width) => sum + width, 0);
  return [
    `<w:tbl><w:tblPr><w:tblStyle w:val="${style}"/><w:tblW w:w="${total}" w:type="dxa"/>`,
    '<w:tblLayout w:type="fixed"/><w:tblLook w:val="0020" w:firstRow="1"/></w:tblPr>',
    `<w:tblGrid>${widths.map((width) => `<w:gridCol w:w="${width}"/>`).join('')}</w:tblGrid>`,
    `${rows}</w:tbl>`,
  ].join('');
}
