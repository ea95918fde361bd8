import type { Content } from 'pdfmake/interfaces.js';
import type { CoverEntry, DocumentView } from '../document-view.ts';
import { clip } from '../plain-text.ts';
import { breakable } from './long-words.ts';

/** A title of a whole paragraph would leave no room for who it is for. */
const TITLE = 160;
const LINES = 12;

export interface CoverLook {
  company: string;
  /** Data URL. */
  logo: string | undefined;
  accent: string;
}

export function cover(view: DocumentView, { company, logo, accent }: CoverLook): Content[] {
  return [
    logo ? { image: logo, fit: [190, 60] } : { text: breakable(clip(company, 80)), fontSize: 14, bold: true },
    // The title stands at the same height whatever the logo's is.
    {
      absolutePosition: { x: 60, y: 250 },
      stack: [
        { canvas: [{ type: 'rect', x: 0, y: 0, w: 44, h: 3, color: accent }], margin: [0, 0, 0, 18] },
        { text: breakable(clip(view.title, TITLE)), style: 'title', margin: [0, 0, 40, 14] },
        ...view.cover.lines
          .slice(0, LINES)
          .map((text): Content => ({ text: breakable(clip(text, 300)), style: 'lead' })),
        { ...entries(view.cover.entries), margin: [0, 48, 0, 0] },
      ],
    },
  ];
}

/** Two columns: who on the left and the right, and when below. */
function entries(all: readonly CoverEntry[]): { stack: Content[] } {
  const rows = Array.from({ length: Math.ceil(all.length / 2) }, (_, row) => all.slice(row * 2, row * 2 + 2));
  return {
    stack: rows.map(
      (row): Content => ({
        columns: row.map((entry) => ({ width: '50%', stack: entryLines(entry) })),
        columnGap: 24,
        margin: [0, 0, 0, 20],
      }),
    ),
  };
}

function entryLines({ label, lines }: CoverEntry): Content[] {
  return [
    { text: label, style: 'label', margin: [0, 0, 0, 2] },
    ...lines.map(
      (line, index): Content => ({
        text: breakable(clip(line, 120)),
        bold: index === 0,
        fontSize: index === 0 ? 11 : 10,
      }),
    ),
  ];
}
