const TOKEN = /"(?:[^"\\]|\\.)*"|[{}[\],:]/g;

/** Keys that an object of a JSON text has twice; the parser would keep the last without a word. The text must be JSON. */
export function duplicateKeys(json: string): string[] {
  const found: string[] = [];
  /** Keys of each open object; null for an open list. */
  const open: (Set<string> | null)[] = [];
  let expectsKey = false;
  for (const [token] of json.matchAll(TOKEN)) {
    const keys = open.at(-1);
    if (token === '{') {
      open.push(new Set());
      expectsKey = true;
    } else if (token === '[') {
      open.push(null);
    } else if (token === '}' || token === ']') {
      open.pop();
      expectsKey = false;
    } else if (token === ',') {
      expectsKey = keys instanceof Set;
    } else if (token.startsWith('"') && expectsKey && keys) {
      const key = JSON.parse(token) as string;
      if (keys.has(key)) found.push(key);
      keys.add(key);
      expectsKey = false;
    }
  }
  return found;
}
