import type { XmlToken } from './xml.ts';

/** A paragraph's text with where it stands; placeholders do not reach beyond it. */
export interface Paragraph {
  text: string;
  /** Of the innermost table and cell around it, as numbers within the part; undefined outside of tables. */
  table: number | undefined;
  cell: number | undefined;
}

/** Paragraphs in the order in which they begin. A text box within a paragraph has its own ones. */
export function paragraphsOf(tokens: readonly XmlToken[]): Paragraph[] {
  const all: Paragraph[] = [];
  const open: Paragraph[] = [];
  const tables: number[] = [];
  const cells: number[] = [];
  let counted = 0;
  let within = false;
  const nest = (stack: number[], kind: XmlToken['kind']) => {
    if (kind === 'open') stack.push(counted++);
    else if (kind === 'close') stack.pop();
  };
  for (const token of tokens) {
    const paragraph = open.at(-1);
    if (token.kind === 'text') {
      if (within && paragraph) paragraph.text += token.text;
    } else if (token.name === 'w:t') within = token.kind === 'open';
    else if (token.name === 'w:tbl') nest(tables, token.kind);
    else if (token.name === 'w:tc') nest(cells, token.kind);
    else if (token.name === 'w:p' && token.kind === 'open') {
      const begun: Paragraph = { text: '', table: tables.at(-1), cell: cells.at(-1) };
      all.push(begun);
      open.push(begun);
    } else if (token.name === 'w:p' && token.kind === 'close') open.pop();
    else if (/^w:(?:tab|br|cr)$/.test(token.name) && paragraph) paragraph.text += ' ';
  }
  return all;
}
