import { DECLARATION, NAMESPACES } from './markup.ts';

interface ParagraphStyle {
  id: string;
  name: string;
  based?: string;
  next?: string;
  paragraph?: string;
  run?: string;
}

const INK = '1F2328';
const GREY = '5B6470';

/** On every machine with Word since 2007, with Cyrillic; LibreOffice has the same widths in Carlito. */
export const FONT = 'Calibri';

/** @param accent six hexadecimal digits, dark enough to be read @param locale BCP 47, for spelling */
export function stylesPart(accent: string, locale: string): string {
  return [
    `${DECLARATION}<w:styles ${NAMESPACES}>`,
    '<w:docDefaults><w:rPrDefault><w:rPr>',
    `<w:rFonts w:ascii="${FONT}" w:hAnsi="${FONT}" w:eastAsia="${FONT}" w:cs="${FONT}"/>`,
    `<w:color w:val="${INK}"/><w:sz w:val="22"/><w:szCs w:val="22"/><w:lang w:val="${locale}"/>`,
    '</w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="0" w:line="276" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>',
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>',
    ...paragraphStyles(accent).map(paragraphStyle),
    '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:uiPriority w:val="99"/>',
    '<w:semiHidden/><w:unhideWhenUsed/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar>',
    '<w:top w:w="0" w:type="dxa"/><w:left w:w="0" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/>',
    '</w:tblCellMar></w:tblPr></w:style>',
    '<w:style w:type="table" w:styleId="PriceTable"><w:name w:val="Price Table"/><w:basedOn w:val="TableNormal"/><w:tblPr>',
    '<w:tblBorders><w:bottom w:val="single" w:sz="6" w:space="0" w:color="D5D9DE"/>',
    '<w:insideH w:val="single" w:sz="4" w:space="0" w:color="D5D9DE"/></w:tblBorders></w:tblPr>',
    '<w:tblStylePr w:type="firstRow"><w:tcPr><w:tcBorders>',
    `<w:bottom w:val="single" w:sz="10" w:space="0" w:color="${accent}"/></w:tcBorders></w:tcPr></w:tblStylePr></w:style>`,
    '</w:styles>',
  ].join('');
}

const spacing = (before: number, after: number, more = '') =>
  `<w:spacing w:before="${before}" w:after="${after}"${more}/>`;
const right = '<w:jc w:val="right"/>';
const grey = (size: number) => `<w:color w:val="${GREY}"/><w:sz w:val="${size}"/><w:szCs w:val="${size}"/>`;
const sized = (size: number) => `<w:sz w:val="${size}"/><w:szCs w:val="${size}"/>`;

function paragraphStyles(accent: string): ParagraphStyle[] {
  const bar = `<w:pBdr><w:top w:val="single" w:sz="24" w:space="14" w:color="${accent}"/></w:pBdr>`;
  return [
    {
      id: 'Title',
      name: 'Title',
      next: 'Subtitle',
      paragraph: `${bar}${spacing(3600, 240)}`,
      run: `<w:b/><w:bCs/>${sized(60)}`,
    },
    { id: 'Subtitle', name: 'Subtitle', paragraph: spacing(0, 60), run: grey(26) },
    {
      id: 'Heading1',
      name: 'heading 1',
      next: 'BodyText',
      paragraph: `<w:keepNext/><w:keepLines/>${spacing(400, 140)}<w:outlineLvl w:val="0"/>`,
      run: `<w:b/><w:bCs/><w:color w:val="${accent}"/>${sized(32)}`,
    },
    {
      id: 'Heading2',
      name: 'heading 2',
      next: 'BodyText',
      paragraph: `<w:keepNext/><w:keepLines/>${spacing(240, 80)}<w:outlineLvl w:val="1"/>`,
      run: `<w:b/><w:bCs/>${sized(24)}`,
    },
    { id: 'BodyText', name: 'Body Text', paragraph: spacing(0, 140) },
    {
      id: 'ListBullet',
      name: 'List Bullet',
      based: 'BodyText',
      paragraph: `<w:numPr><w:numId w:val="1"/></w:numPr>${spacing(0, 60)}<w:contextualSpacing/>`,
    },
    { id: 'CoverCompany', name: 'Cover Company', run: `<w:b/><w:bCs/>${sized(30)}` },
    { id: 'CoverLabel', name: 'Cover Label', paragraph: spacing(60, 60), run: grey(18) },
    { id: 'CoverValue', name: 'Cover Value', paragraph: spacing(60, 60) },
    { id: 'TableHead', name: 'Table Head', paragraph: `<w:keepNext/>${spacing(60, 60)}`, run: grey(17) },
    { id: 'TableHeadFigure', name: 'Table Head Figure', based: 'TableHead', paragraph: right },
    { id: 'TableText', name: 'Table Text', paragraph: spacing(80, 20), run: sized(20) },
    { id: 'TableDetail', name: 'Table Detail', paragraph: spacing(0, 60), run: grey(17) },
    { id: 'TableFigure', name: 'Table Figure', paragraph: `${spacing(80, 20)}${right}`, run: sized(20) },
    { id: 'TableSum', name: 'Table Sum', based: 'TableFigure', paragraph: `<w:keepNext/>${spacing(50, 50)}` },
    { id: 'TableTotal', name: 'Table Total', based: 'TableFigure', paragraph: spacing(60, 60), run: '<w:b/><w:bCs/>' },
    {
      id: 'ContractTotal',
      name: 'Contract Total',
      paragraph: `<w:keepLines/><w:pBdr><w:top w:val="single" w:sz="10" w:space="6" w:color="${accent}"/><w:bottom w:val="single" w:sz="10" w:space="6" w:color="${accent}"/></w:pBdr>${spacing(360, 240)}`,
      run: `<w:b/><w:bCs/>${sized(24)}`,
    },
    { id: 'Header', name: 'header', run: grey(17) },
    { id: 'Footer', name: 'footer', run: grey(17) },
  ];
}

function paragraphStyle({ id, name, based = 'Normal', next, paragraph = '', run = '' }: ParagraphStyle): string {
  return [
    `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/><w:basedOn w:val="${based}"/>`,
    next ? `<w:next w:val="${next}"/>` : '',
    '<w:qFormat/>',
    paragraph && `<w:pPr>${paragraph}</w:pPr>`,
    run && `<w:rPr>${run}</w:rPr>`,
    '</w:style>',
  ].join('');
}
