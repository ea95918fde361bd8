export type Cell = string | number | null | undefined;

/** RFC 4180, without the line's end. */
export function csvLine(cells: readonly Cell[]): string {
  return cells.map(toCell).join(',');
}

function toCell(value: Cell): string {
  const text = String(value ?? '');
  // A spreadsheet would run a name such as `=HYPERLINK(...)`; amounts may be negative.
  const inert = /^[=+\-@\t\r]/.test(text) && !/^-[\d.]+$/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(inert) ? `"${inert.replaceAll('"', '""')}"` : inert;
}
