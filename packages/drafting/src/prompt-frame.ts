/**
 * Begins every line that somebody else wrote. A line without it is ours, so no text can end the frame that it stands in,
 * or speak for us: it cannot begin a line of its own.
 */
export const LINE_MARK = '| ';

/** What could be taken for the frame by a reader less strict than we are; also with other brackets and with spaces. */
const FRAME =
  /[<＜﹤〈⟨‹]\s{0,3}([/\\]?\s{0,3}(?:conversation|messages?|sources?|system|instructions|assistant|user)\b)/gi;

/** What others wrote, as data: each line marked. */
export function quoted(text: string): string {
  return unframed(text)
    .split('\n')
    .map((line) => `${LINE_MARK}${line}`.trimEnd())
    .join('\n');
}

/** What others wrote, within a line of ours: one line, and without the quotation marks that it stands in. */
export function inLine(text: string): string {
  return unframed(text).replace(/\s+/g, ' ').replaceAll('"', "'").trim();
}

function unframed(text: string): string {
  // Half an emoji, cut off here or there, makes providers refuse the whole request.
  return text
    .toWellFormed()
    .replace(/\r\n?|[\v\f\x85\u2028\u2029]/g, '\n')
    .replace(FRAME, '($1');
}
