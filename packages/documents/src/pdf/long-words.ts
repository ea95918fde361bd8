/** From this length on a word may be broken: unbroken it would push a table's figures off the page. */
const LONG_WORD = /[^\s\u200b]{28,}/gu;
const PIECE = /[^\s\u200b]{14}(?=[^\s\u200b])/gu;

/** Marks where long words may end a line, with a space that has no width; no hyphen, because it may be an address or a key. */
export function breakable(text: string): string {
  return text.replace(LONG_WORD, (word) => word.replace(PIECE, '$&\u200b'));
}

/** What certainly fits in a row of the price table on one page, also where long figures leave the item a narrow column. */
const LINE = 20;
const LINES = 32;

/**
 * Cuts a text into parts that are sure to fit on one page: a row that is higher than a page would have to be split, and
 * what does not fit would be lost.
 */
export function rowsOf(text: string): string[] {
  const rows: string[] = [];
  let row = '';
  let used = 0;
  for (const word of text.split(/(?<=[ \n])/).flatMap(slices)) {
    const end = used + word.length;
    const next = word.endsWith('\n') ? Math.ceil(end / LINE) * LINE : end;
    if (next > LINE * LINES && row !== '') {
      rows.push(row.trim());
      row = '';
      used = 0;
    }
    row += word;
    used = word.endsWith('\n') ? Math.ceil((used + word.length) / LINE) * LINE : used + word.length;
  }
  return [...rows, row.trim()].filter((one, index) => one !== '' || index === 0);
}

function slices(word: string): string[] {
  return word.match(/[\s\S]{1,200}/gu) ?? [];
}
