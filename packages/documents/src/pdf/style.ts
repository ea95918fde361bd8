import type { CustomTableLayout, Style } from 'pdfmake';

export const INK = '#1f2328';
export const GREY = '#5b6470';
export const HAIRLINE = '#d5d9de';

/** Points; A4 and Letter alike. */
export const MARGIN = 60;

/** @param accent dark enough to be read */
export function stylesOf(accent: string): Record<string, Style> {
  return {
    title: { fontSize: 30, bold: true, lineHeight: 1.15, color: INK },
    lead: { fontSize: 12, color: GREY, lineHeight: 1.35 },
    label: { fontSize: 8, color: GREY, characterSpacing: 0.4 },
    heading: { fontSize: 16, bold: true, color: accent, lineHeight: 1.2, margin: [0, 16, 0, 8] },
    subheading: { fontSize: 11, bold: true, color: INK, margin: [0, 6, 0, 0] },
    paragraph: { margin: [0, 0, 0, 7] },
    bullet: { margin: [0, 0, 0, 3] },
    cell: { fontSize: 9, lineHeight: 1.25 },
    head: { fontSize: 8, color: GREY, lineHeight: 1.25 },
    small: { fontSize: 8, color: GREY, lineHeight: 1.3 },
    running: { fontSize: 8, color: GREY, lineHeight: 1.2 },
  };
}

/** Rules between rows and nothing else; the head's in the accent. */
export function ruled(accent: string, headRows: number): CustomTableLayout {
  return {
    hLineWidth: (line, node) =>
      line < headRows ? 0 : line === headRows ? 1.2 : line === node.table.body.length ? 0.8 : 0.5,
    vLineWidth: () => 0,
    hLineColor: (line) => (line === headRows ? accent : HAIRLINE),
    paddingLeft: (column) => (column === 0 ? 0 : 8),
    paddingRight: (column, node) => (column === (node.table.widths?.length ?? 0) - 1 ? 0 : 4),
    paddingTop: () => 4,
    paddingBottom: () => 4,
  };
}
