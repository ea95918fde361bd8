export interface TextColumn<Row> {
  title: string;
  cell: (row: Row) => string;
  /** Figures stand at the right. */
  right?: boolean;
  /** Narrow terminals do without it; the highest goes first, 0 only when texts are cut short already. */
  spare?: number;
}

export interface TextTable {
  lines: string[];
  /** Titles of the columns that did not fit. */
  leftOut: string[];
}

const GAP = '  ';
/** Characters that still tell one name from another, and those that show that there is one. */
const [READABLE, NARROWEST] = [12, 3];

/**
 * A table for a terminal. A line that wraps cannot be read, so spare columns go first, then texts are cut short.
 *
 * @param total the last row, below a rule
 */
export function textTable<Row>(
  columns: readonly TextColumn<Row>[],
  rows: readonly Row[],
  { width, total }: { width: number; total?: Row },
): TextTable {
  const all = total === undefined ? rows : [...rows, total];
  const sized = columns.map((column) => ({ ...column, width: widthOf(column, all) }));
  const titles = columns.map(({ title }) => title);
  leaveOut(sized, width, 1);
  shrinkTexts(sized, width, READABLE);
  leaveOut(sized, width, 0);
  shrinkTexts(sized, width, NARROWEST);
  const print = (cellOf: (column: (typeof sized)[number]) => string) =>
    sized
      .map((column) => padded(printable(cellOf(column)), column))
      .join(GAP)
      .trimEnd();
  const line = (row: Row) => print(({ cell }) => cell(row));
  const rule = '-'.repeat(Math.min(lineWidth(sized), width));
  return {
    lines: [print(({ title }) => title), rule, ...rows.map(line), ...(total === undefined ? [] : [rule, line(total)])],
    leftOut: titles.filter((title) => !sized.some((column) => column.title === title)),
  };
}

/** The text in lines of at most `width`; a word that is longer is cut. */
export function wrapped(text: string, width: number): string[] {
  const lines = [''];
  for (const word of printable(text).split(' ')) {
    const line = lines.at(-1);
    if (line === '') lines[lines.length - 1] = fit(word, width);
    else if (`${line} ${word}`.length <= width) lines[lines.length - 1] = `${line} ${word}`;
    else lines.push(fit(word, width));
  }
  return lines;
}

/** A model's name is what a vendor answered: it must not steer the terminal. */
export function printable(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '?');
}

function widthOf<Row>({ title, cell }: TextColumn<Row>, rows: readonly Row[]): number {
  return rows.reduce((widest, row) => Math.max(widest, cell(row).length), title.length);
}

function lineWidth(columns: readonly { width: number }[]): number {
  return columns.reduce((sum, { width }) => sum + width, 0) + GAP.length * (columns.length - 1);
}

/** Spare columns of at least this rank, until it fits. */
function leaveOut(columns: { width: number; spare?: number }[], width: number, rank: number): void {
  const spare = columns
    .filter((column) => (column.spare ?? -1) >= rank)
    .sort((a, b) => (b.spare ?? 0) - (a.spare ?? 0));
  for (const column of spare) {
    if (lineWidth(columns) <= width) return;
    columns.splice(columns.indexOf(column), 1);
  }
}

/** The widest first, until it fits; figures stay whole. */
function shrinkTexts(columns: { width: number; right?: boolean }[], width: number, narrowest: number): void {
  for (let over = lineWidth(columns) - width; over > 0; over--) {
    const widest = columns.filter(({ right }) => !right).sort((a, b) => b.width - a.width)[0];
    if (!widest || widest.width <= narrowest) return;
    widest.width -= 1;
  }
}

function padded(text: string, { width, right }: { width: number; right?: boolean }): string {
  return right ? fit(text, width).padStart(width) : fit(text, width).padEnd(width);
}

function fit(text: string, width: number): string {
  return text.length <= width ? text : `${text.slice(0, width - 1)}…`;
}
