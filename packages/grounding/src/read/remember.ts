import { type ReadDocument, readDocument } from './document.ts';

/** UTF-16 units of the source texts that are kept read: the same articles come back with every ticket. */
const MOST_UNITS = 2_000_000;
/** A text this long would push out all the others. */
const LONGEST = 100_000;

const remembered = new Map<string, ReadDocument>();
let units = 0;

/** A source's text as `readDocument` gives it; what was read lately is not read again. */
export function readSource(text: string, language: string): ReadDocument {
  if (text.length > LONGEST) return readDocument(text, language);
  const key = `${language} ${text}`;
  const known = remembered.get(key);
  if (known) {
    // Behind all others, so that the least used goes first.
    remembered.delete(key);
    remembered.set(key, known);
    return known;
  }
  const document = readDocument(text, language);
  remembered.set(key, document);
  units += key.length;
  for (const oldest of remembered.keys()) {
    if (units <= MOST_UNITS) break;
    remembered.delete(oldest);
    units -= oldest.length;
  }
  return document;
}
