import type { Labels } from '../../labels.ts';
import type { Logo } from '../../logo/read-logo.ts';
import { DECLARATION, NAMESPACES, PAGE_FIELD, PAGES_FIELD, paragraph, run } from './markup.ts';
import { FONT } from './styles.ts';

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml';

/** Part to its type and, where the document points to it, its relationship. */
const PARTS = [
  ['word/styles.xml', 'styles'],
  ['word/numbering.xml', 'numbering'],
  ['word/settings.xml', 'settings'],
  ['word/fontTable.xml', 'fontTable'],
  ['word/header1.xml', 'header'],
  ['word/footer1.xml', 'footer'],
  ['word/footer2.xml', 'footer'],
] as const;

export const relationId = (part: (typeof PARTS)[number][0]) => `rId${PARTS.findIndex(([name]) => name === part) + 1}`;
export const LOGO_RELATION = 'rIdLogo';

export function contentTypes(logo: Logo | undefined): string {
  const override = (part: string, type: string) => `<Override PartName="/${part}" ContentType="${type}"/>`;
  return [
    `${DECLARATION}<Types xmlns="${PACKAGE}/content-types">`,
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>',
    '<Default Extension="xml" ContentType="application/xml"/>',
    logo ? `<Default Extension="${logo.kind}" ContentType="image/${logo.kind}"/>` : '',
    override('word/document.xml', `${WORD}.document.main+xml`),
    ...PARTS.map(([part, type]) => override(part, `${WORD}.${type}+xml`)),
    override('docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml'),
    '</Types>',
  ].join('');
}

export function packageRelations(): string {
  return [
    `${DECLARATION}<Relationships xmlns="${PACKAGE}/relationships">`,
    `<Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="word/document.xml"/>`,
    `<Relationship Id="rId2" Type="${PACKAGE}/relationships/metadata/core-properties" Target="docProps/core.xml"/>`,
    '</Relationships>',
  ].join('');
}

export function documentRelations(logo: Logo | undefined): string {
  const relation = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`;
  return [
    `${DECLARATION}<Relationships xmlns="${PACKAGE}/relationships">`,
    ...PARTS.map(([part, type]) => relation(relationId(part), type, part.replace('word/', ''))),
    logo ? relation(LOGO_RELATION, 'image', `media/logo.${logo.kind}`) : '',
    '</Relationships>',
  ].join('');
}

export function numberingPart(): string {
  return [
    `${DECLARATION}<w:numbering ${NAMESPACES}><w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="singleLevel"/>`,
    '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:pStyle w:val="ListBullet"/><w:lvlText w:val="•"/>',
    '<w:lvlJc w:val="left"/><w:pPr><w:ind w:left="360" w:hanging="260"/></w:pPr></w:lvl></w:abstractNum>',
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>',
  ].join('');
}

export function settingsPart(): string {
  return [
    `${DECLARATION}<w:settings ${NAMESPACES}><w:zoom w:percent="100"/><w:defaultTabStop w:val="720"/>`,
    '<w:characterSpacingControl w:val="doNotCompress"/><w:compat>',
    '<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>',
    '</w:compat></w:settings>',
  ].join('');
}

export function fontTablePart(): string {
  return `${DECLARATION}<w:fonts ${NAMESPACES}><w:font w:name="${FONT}"><w:altName w:val="Carlito"/><w:charset w:val="00"/><w:family w:val="swiss"/><w:pitch w:val="variable"/></w:font></w:fonts>`;
}

const rightTab = (width: number) => `<w:tabs><w:tab w:val="right" w:pos="${width}"/></w:tabs>`;
const TAB = '<w:r><w:tab/></w:r>';

export function headerPart(width: number): string {
  const words = run('{{proposal.title}}') + TAB + run('{{document.company}}');
  return `${DECLARATION}<w:hdr ${NAMESPACES}>${paragraph('Header', words, rightTab(width))}</w:hdr>`;
}

/** @param labels absent for the cover, which has no number */
export function footerPart(width: number, labels?: Labels): string {
  const line = '<w:pBdr><w:top w:val="single" w:sz="4" w:space="6" w:color="D5D9DE"/></w:pBdr>';
  const words = run('{{document.footer}}') + (labels ? TAB + pageOf(labels) : '');
  return `${DECLARATION}<w:ftr ${NAMESPACES}>${paragraph('Footer', words, line + rightTab(width))}</w:ftr>`;
}

function pageOf(labels: Labels): string {
  const fields: Readonly<Record<string, string>> = { '#': PAGE_FIELD, '%': PAGES_FIELD };
  return labels
    .page('#', '%')
    .split(/([#%])/)
    .map((part) => fields[part] ?? run(part))
    .join('');
}
