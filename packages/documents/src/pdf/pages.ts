import type { ProposalLook } from '@draftsmith/contracts';
import type { Content, Node, TDocumentDefinitions } from 'pdfmake';
import { readableAccent, safeAccent } from '../colour.ts';
import type { DocumentView, ParagraphView, SectionView } from '../document-view.ts';
import { clip, oneLine } from '../plain-text.ts';
import { cover } from './cover.ts';
import { breakable } from './long-words.ts';
import { pricePages } from './price-pages.ts';
import { HAIRLINE, INK, MARGIN, stylesOf } from './style.ts';

/** Everything on the pages of a PDF. @param logo as data URL */
export function pagesOf(view: DocumentView, look: ProposalLook, logo: string | undefined): TDocumentDefinitions {
  const accent = readableAccent(look.accent);
  const company = oneLine(look.company);
  return {
    pageSize: /[-_](US|CA)$/i.test(view.locale) ? 'LETTER' : 'A4',
    pageMargins: [MARGIN, 78, MARGIN, 70],
    content: [
      ...cover(view, { company, logo, accent: safeAccent(look.accent) }),
      ...view.sections.flatMap((section, index) => [
        // Prices begin on their own page: otherwise heading and table part, because a head and its first row stay together.
        ...sectionPages(section, accent, index === 0 || section.kind === 'pricing'),
        ...(section.kind === 'pricing' ? pricePages(view, accent) : []),
      ]),
      // Without a section for them the prices still are what the proposal is about.
      ...(view.sections.some(({ kind }) => kind === 'pricing') ? [] : pricePages(view, accent)),
    ],
    header: (page) => (page === 1 ? null : runningHead(view.title, company)),
    footer: (page, pages, size) =>
      runningFoot(oneLine(look.footer), page === 1 ? '' : view.labels.page(page, pages), size.width - 2 * MARGIN),
    styles: stylesOf(accent),
    defaultStyle: { font: 'NotoSans', fontSize: 10, lineHeight: 1.4, color: INK },
    pageBreakBefore: standsAlone,
  };
}

/**
 * A heading whose long paragraph begins on the next page belongs there too. Only for those: of blocks that are kept together
 * the layout reports the page on which they did not fit.
 */
function standsAlone(node: Node, following: { getFollowingNodesOnPage: () => Node[] }): boolean {
  if (node.headlineLevel === undefined) return false;
  return following.getFollowingNodesOnPage().every(({ style }) => style === 'running');
}

function sectionPages(section: SectionView, accent: string, onNewPage: boolean): Content[] {
  const [first, ...others] = listed(section.paragraphs);
  // Of a list its first entry is enough to stand with the heading.
  const [lead = [], rest] = first?.[0]?.bullet ? [first.slice(0, 1), first.slice(1)] : [first, []];
  const blocks = [...(rest.length > 0 ? [rest] : []), ...others].map((part) => block(part, accent));
  const under = lead.length > 0 ? [block(lead, accent)] : [];
  return [...headed(section.title, under, isShort(lead), onNewPage), ...blocks];
}

/** A heading and what is not parted from it. */
function headed(title: string, under: readonly Content[], short: boolean, onNewPage = false): Content[] {
  const before = onNewPage ? { pageBreak: 'before' as const } : {};
  const heading = { text: title, style: 'heading' };
  if (short) return [{ unbreakable: true, stack: [heading, ...under], ...before }];
  return [{ ...heading, headlineLevel: 1, ...before }, ...under];
}

function block(part: readonly ParagraphView[], accent: string): Content {
  const [one] = part;
  if (!one?.bullet) return paragraph(one);
  return { ul: part.map((bullet) => paragraph(bullet, 'bullet')), markerColor: accent, margin: [4, 0, 0, 0] };
}

/** Bullets that follow each other are one list. */
function listed(paragraphs: readonly ParagraphView[]): ParagraphView[][] {
  const parts: ParagraphView[][] = [];
  for (const one of paragraphs) {
    const last = parts.at(-1);
    if (one.bullet && last?.[0]?.bullet) last.push(one);
    else parts.push([one]);
  }
  return parts;
}

/** What is short is kept together: its last line never stands alone on the next page. */
const SHORT = 400;
const isShort = (part: readonly ParagraphView[]) => part.every(({ text }) => text.length < SHORT);

function paragraph(one: ParagraphView | undefined, style = 'paragraph'): Content {
  const { text = '' } = one ?? {};
  return { text: breakable(text), style, unbreakable: text.length < SHORT };
}

function runningHead(title: string, company: string): Content {
  return {
    style: 'running',
    margin: [MARGIN, 36, MARGIN, 0],
    columns: [
      { width: '*', text: clip(title, 80), style: 'running' },
      { width: 'auto', text: clip(company, 40), style: 'running', noWrap: true },
    ],
  };
}

function runningFoot(footer: string, page: string, width: number): Content {
  return {
    style: 'running',
    margin: [MARGIN, 14, MARGIN, 0],
    stack: [
      {
        style: 'running',
        canvas: [{ type: 'line', x1: 0, y1: 0, x2: width, y2: 0, lineWidth: 0.5, lineColor: HAIRLINE }],
        margin: [0, 0, 0, 6],
      },
      {
        style: 'running',
        columns: [
          { width: '*', text: breakable(clip(footer, 170)), style: 'running' },
          { width: 'auto', text: page, style: 'running', noWrap: true, margin: [12, 0, 0, 0] },
        ],
      },
    ],
  };
}
