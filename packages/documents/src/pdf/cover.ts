import type { Content } from 'pdfmake';
import type { CoverEntry, DocumentView } from '../document-view.ts';
import { clip } from '../plain-text.ts';
import { breakable } from './long-words.ts';
import { MARGIN } from './style.ts';

/** Characters of a title that is set in the largest letters. */
const TITLE = 90;

export interface CoverLook {
  company: string;
  /** Data URL. */
  logo: string | undefined;
  accent: string;
}

export function cover(view: DocumentView, { company, logo, accent }: CoverLook): Content[] {
  // Where the logo stands it takes no room, so that the title begins at the same height under each.
  const mark: Content = logo
    ? { image: logo, fit: [190, 60] }
    : { text: breakable(clip(company, 60)), fontSize: 14, bold: true };
  const large = view.title.length <= TITLE ? {} : { fontSize: 20 };
  return [
    { ...mark, absolutePosition: { x: MARGIN, y: 78 } },
    { canvas: [{ type: 'rect', x: 0, y: 0, w: 44, h: 3, color: accent }], margin: [0, 172, 0, 18] },
    { text: breakable(view.title), style: 'title', margin: [0, 0, 40, 14], ...large },
    ...view.cover.lines.map((text): Content => ({ text: breakable(text), style: 'lead' })),
    { stack: entries(view.cover.entries), margin: [0, 48, 0, 0] },
  ];
}

/** Two columns: who on the left and the right, and when below. */
function entries(all: readonly CoverEntry[]): Content[] {
  const rows = Array.from({ length: Math.ceil(all.length / 2) }, (_, row) => all.slice(row * 2, row * 2 + 2));
  return rows.map(
    (row): Content => ({
      columns: row.map((entry) => ({ width: '50%', stack: entryLines(entry) })),
      columnGap: 24,
      margin: [0, 0, 0, 20],
    }),
  );
}

function entryLines({ label, lines }: CoverEntry): Content[] {
  return [
    { text: label, style: 'label', margin: [0, 0, 0, 2] },
    ...lines.map(
      (line, index): Content => ({
        text: breakable(line),
        bold: index === 0,
        fontSize: index === 0 ? 11 : 10,
      }),
    ),
  ];
}
