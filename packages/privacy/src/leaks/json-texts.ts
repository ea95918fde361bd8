/** A text within a JSON document. */
export interface JsonText {
  /** E.g. `messages[1].content`; `*` in place of a key that may itself be somebody's name. */
  path: string;
  text: string;
}

/** Keys that programmers write; all others are looked into as texts. */
const PLAIN_KEY = /^[a-z_$][A-Za-z\d_$]{0,60}$/;
/** Numbers with fewer digits are no phone and no account. */
const SHORTEST_NUMBER = 1e5;

/** Every string, long number and unusual key of a JSON document, in no order; the document itself when it is no JSON. */
export function jsonTexts(payload: string): JsonText[] {
  const root = parsed(payload);
  if (root === undefined) return [{ path: '', text: payload }];
  const texts: JsonText[] = [];
  const open: { path: string; value: unknown }[] = [{ path: '', value: root }];
  // A stack of our own: a document may be nested deeper than functions can call.
  for (let entry = open.pop(); entry; entry = open.pop()) {
    const { path, value } = entry;
    if (typeof value === 'string') texts.push({ path, text: value });
    else if (typeof value === 'number' && Math.abs(value) >= SHORTEST_NUMBER) texts.push({ path, text: String(value) });
    else if (Array.isArray(value))
      for (const [i, item] of value.entries()) open.push({ path: `${path}[${i}]`, value: item });
    else if (typeof value === 'object' && value !== null)
      for (const [key, item] of Object.entries(value)) {
        const plain = PLAIN_KEY.test(key);
        const below = path === '' ? (plain ? key : '*') : `${path}.${plain ? key : '*'}`;
        if (!plain) texts.push({ path: below, text: key });
        open.push({ path: below, value: item });
      }
  }
  return texts;
}

function parsed(payload: string): unknown {
  try {
    return JSON.parse(payload);
  } catch {
    return undefined;
  }
}
