export type XmlToken =
  | { kind: 'open' | 'close' | 'empty'; name: string; attributes: string }
  | { kind: 'text'; text: string };

/**
 * The tags and texts of a well-formed XML part, in one pass. Comments and processing instructions are left out.
 *
 * @returns undefined for what is no XML, and for what declares a document type: parts of Word have none, and entities
 * that are declared there can grow without end
 */
export function readXml(xml: string): XmlToken[] | undefined {
  const tokens: XmlToken[] = [];
  const open: string[] = [];
  let at = 0;
  while (at < xml.length) {
    const tag = xml.indexOf('<', at);
    if (tag < 0) break;
    if (tag > at) tokens.push({ kind: 'text', text: unescapeXml(xml.slice(at, tag)) });
    const skipped = skip(xml, tag);
    if (skipped === undefined) return undefined;
    if (skipped > tag) {
      at = skipped;
      continue;
    }
    const end = endOfTag(xml, tag);
    if (end < 0) return undefined;
    const token = readTag(xml.slice(tag + 1, end));
    if (!token) return undefined;
    if (token.kind === 'open') open.push(token.name);
    if (token.kind === 'close' && open.pop() !== token.name) return undefined;
    tokens.push(token);
    at = end + 1;
  }
  return open.length === 0 && tokens.length > 0 && xml.slice(at).trim() === '' ? tokens : undefined;
}

/** @returns where a comment or an instruction ends; `at` itself for a tag; undefined for what may not be there */
function skip(xml: string, at: number): number | undefined {
  const [end, length] = xml.startsWith('<!--', at) ? ['-->', 3] : xml.startsWith('<?', at) ? ['?>', 2] : ['', 0];
  if (end === '') return xml[at + 1] === '!' ? undefined : at;
  const found = xml.indexOf(end, at + 2);
  return found < 0 ? undefined : found + length;
}

/** A `>` within quotes does not end it. */
function endOfTag(xml: string, from: number): number {
  let quote = '';
  for (let at = from + 1; at < xml.length; at++) {
    const character = xml[at] ?? '';
    if (quote !== '') {
      if (character === quote) quote = '';
    } else if (character === '"' || character === "'") quote = character;
    else if (character === '>') return at;
    else if (character === '<') return -1;
  }
  return -1;
}

function readTag(inside: string): XmlToken | undefined {
  const name = /^\/?([A-Za-z_][\w.-]*(?::[\w.-]+)?)(?=[\s/]|$)/.exec(inside)?.[1];
  if (name === undefined) return undefined;
  const kind = inside.startsWith('/') ? 'close' : inside.endsWith('/') ? 'empty' : 'open';
  return { kind, name, attributes: inside.slice(name.length) };
}

/** @param name with its prefix */
export function attribute(attributes: string, name: string): string | undefined {
  for (const [, key, double, single] of attributes.matchAll(/([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g))
    if (key === name) return unescapeXml(double ?? single ?? '');
  return undefined;
}

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

function unescapeXml(text: string): string {
  return text.replace(
    /&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w+));/gi,
    (all, hex?: string, decimal?: string, name?: string) => {
      if (name !== undefined) return ENTITIES[name] ?? all;
      const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
      return code <= 0x10ffff ? String.fromCodePoint(code) : '';
    },
  );
}

const ESCAPES: Readonly<Record<string, string>> = {
  '<': '&lt;',
  '>': '&gt;',
  '&': '&amp;',
  '"': '&quot;',
  "'": '&apos;',
};

export function escapeXml(text: string): string {
  return text.replace(/[<>&"']/g, (character) => ESCAPES[character] ?? '');
}
