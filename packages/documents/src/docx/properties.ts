import { escapeXml } from './xml.ts';

export const CORE = 'docProps/core.xml';

/** Who and when, of the proposal: a template's own would name whoever saved it last. @param date YYYY-MM-DD */
export function coreProperties(title: string, company: string, date: string): string {
  const stamp = `<dcterms:created xsi:type="dcterms:W3CDTF">${date}T00:00:00Z</dcterms:created>`;
  return [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n',
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"',
    ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"',
    ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">',
    `<dc:title>${escapeXml(title)}</dc:title><dc:creator>${escapeXml(company)}</dc:creator>`,
    `<cp:lastModifiedBy>${escapeXml(company)}</cp:lastModifiedBy>`,
    stamp,
    stamp.replaceAll('created', 'modified'),
    '</cp:coreProperties>',
  ].join('');
}
