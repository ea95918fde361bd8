/**
 * The JSON objects and lists in a text: the whole of it, or else the outermost ones in order. Never a part of one that is
 * broken or unfinished: it could pass for the whole.
 */
export function* findJson(text: string): Generator<unknown> {
  const whole = parse(text.trim());
  if (whole !== undefined) {
    yield whole;
    return;
  }
  const opening = /[{[]/g;
  for (let begin = opening.exec(text); begin; begin = opening.exec(text)) {
    const end = endOf(text, begin.index);
    if (end === undefined) return;
    const found = parse(text.slice(begin.index, end));
    if (found !== undefined) yield found;
    opening.lastIndex = end;
  }
}

/** The place after the bracket that closes the one at `begin`; brackets in strings do not count. */
function endOf(text: string, begin: number): number | undefined {
  let depth = 0;
  let inString = false;
  for (let at = begin; at < text.length; at++) {
    const character = text[at];
    if (inString) {
      if (character === '\\') at++;
      else if (character === '"') inString = false;
    } else if (character === '"') inString = true;
    else if (character === '{' || character === '[') depth++;
    else if (character === '}' || character === ']') {
      depth--;
      if (depth === 0) return at + 1;
    }
  }
  return undefined;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
