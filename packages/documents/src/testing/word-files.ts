import { zipSync } from 'fflate';
import { unzip } from '../docx/unzip.ts';
import { readXml } from '../docx/xml.ts';

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
const NAMESPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const encode = (text: string) => new TextEncoder().encode(text);

/** Paragraphs in which each entry is a run of its own, as Word splits them. */
export const para = (...runs: string[]) =>
  `<w:p>${runs.map((text) => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`).join('')}</w:p>`;
export const tableOf = (...rows: string[][]) =>
  `<w:tbl>${rows.map((cells) => `<w:tr>${cells.map((cell) => `<w:tc>${para(cell)}</w:tc>`).join('')}</w:tr>`).join('')}</w:tbl>`;

/** What every usable template needs. */
export const REQUIRED_PARTS = para('{{customer.company}}') + tableOf(['{{#prices}}{{name}}', '{{net}}{{/prices}}']);

export interface WordFileOptions {
  header?: string;
  mainType?: string;
  /** Markup of further relationships of the document. */
  relations?: string;
  /** Further entries of the zip. */
  more?: Readonly<Record<string, Uint8Array | string>>;
}

/** A Word file as small as Word still opens it. */
export function wordFile(
  body: string,
  { header, mainType, relations = '', more = {} }: WordFileOptions = {},
): Uint8Array {
  const type = mainType ?? `${WORD}.document.main+xml`;
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const entries: Record<string, string> = {
    '[Content_Types].xml': `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${type}"/>${header === undefined ? '' : `<Override PartName="/word/header1.xml" ContentType="${WORD}.header+xml"/>`}</Types>`,
    '_rels/.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${office}/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/_rels/document.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relations}</Relationships>`,
    'word/document.xml': `<w:document ${NAMESPACE}><w:body>${body}<w:sectPr/></w:body></w:document>`,
    ...(header === undefined ? {} : { 'word/header1.xml': `<w:hdr ${NAMESPACE}>${header}</w:hdr>` }),
  };
  const all = Object.entries({ ...entries, ...more });
  return zipSync(
    Object.fromEntries(all.map(([name, content]) => [name, typeof content === 'string' ? encode(content) : content])),
  );
}

/** The parts of a Word file that must be read; throws where one is no well-formed XML. */
export function wordParts(bytes: Uint8Array): Map<string, string> {
  const unzipped = unzip(bytes);
  if (unzipped.kind === 'refused') throw new Error(unzipped.code);
  const parts = [...unzipped.entries].filter(([name]) => /\.(?:xml|rels)$/.test(name));
  return new Map(
    parts.map(([name, content]) => {
      const xml = new TextDecoder().decode(content);
      if (!readXml(xml)) throw new Error(`${name} is not well-formed`);
      return [name, xml];
    }),
  );
}

/** Texts of paragraphs, in order; line breaks as `\n`. */
export function wordText(bytes: Uint8Array, part = 'word/document.xml'): string[] {
  const tokens = readXml(wordParts(bytes).get(part) ?? '') ?? [];
  const lines: string[] = [];
  let within = false;
  for (const token of tokens) {
    if (token.kind === 'text') {
      if (within) lines.push((lines.pop() ?? '') + token.text);
    } else if (token.name === 'w:t') within = token.kind === 'open';
    else if (token.name === 'w:p' && token.kind === 'open') lines.push('');
    else if (token.name === 'w:br') lines.push(`${lines.pop() ?? ''}\n`);
  }
  return lines;
}
