import { crc32, inflateRawSync } from 'node:zlib';

/** Entry names to bytes, in the order of the file. */
export type Entries = ReadonlyMap<string, Uint8Array>;

export type Unzipped =
  | { kind: 'read'; entries: Entries }
  | { kind: 'refused'; code: 'not-docx' | 'too-large' | 'broken' };

/** Bytes of a template as it is uploaded, of all its parts unpacked, and how many it may have. */
export const TEMPLATE_BYTES = 4 * 1024 * 1024;
const UNPACKED_BYTES = 40 * 1024 * 1024;
const ENTRIES = 2000;
/**
 * Bytes of a part that is XML and of all of them, and tags of the whole file: each tag is an object of its own once it is parsed, so that
 * a few kilobytes of packed tags would fill the memory and hold up everybody. A contract of a hundred pages has a third.
 */
const [XML_PART_BYTES, XML_BYTES, TAGS] = [8 * 1024 * 1024, 16 * 1024 * 1024, 250_000];

const END = 0x06054b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
const LESS_THAN = 0x3c;

interface Listed {
  name: string;
  method: number;
  encrypted: boolean;
  crc: number;
  packed: number;
  size: number;
  at: number;
}

/**
 * Reads a zip that a stranger made. What it says about itself is summed up before anything is unpacked, and nothing is
 * unpacked beyond what it said. Never throws.
 */
export function unzip(bytes: Uint8Array): Unzipped {
  if (bytes.length > TEMPLATE_BYTES) return refused('too-large');
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  if (end === undefined) return refused('not-docx');
  const count = view.getUint16(end + 10, true);
  if (count > ENTRIES) return refused('too-large');
  const listed = readList(view, bytes, view.getUint32(end + 16, true), count);
  if (!listed) return refused('broken');
  const xml = listed.filter(({ name }) => isXml(name));
  if (sizeOf(listed) > UNPACKED_BYTES || sizeOf(xml) > XML_BYTES) return refused('too-large');
  if (xml.some(({ size }) => size > XML_PART_BYTES)) return refused('too-large');
  const entries = new Map<string, Uint8Array>();
  let tags = 0;
  for (const one of listed) {
    const content = unpack(view, bytes, one);
    if (!content || entries.has(one.name) || !isPlainPath(one.name)) return refused('broken');
    // Of every part: what is parsed as Word's own is declared by the file itself, whatever the name says.
    tags += tagsIn(content);
    if (tags > TAGS) return refused('too-large');
    if (!one.name.endsWith('/')) entries.set(one.name, content);
  }
  return { kind: 'read', entries };
}

const refused = (code: 'not-docx' | 'too-large' | 'broken'): Unzipped => ({ kind: 'refused', code });

const sizeOf = (listed: readonly Listed[]) => listed.reduce((sum, { size }) => sum + size, 0);

const isXml = (name: string) => /\.(?:xml|rels)$/i.test(name);

/** Never less than there are. */
function tagsIn(bytes: Uint8Array): number {
  let tags = 0;
  for (let at = bytes.indexOf(LESS_THAN); at >= 0 && tags <= TAGS; at = bytes.indexOf(LESS_THAN, at + 1)) tags += 1;
  return tags;
}

/** Inside the package, and one way to write it only. */
const isPlainPath = (name: string) => name !== '' && !/^\/|\\|(^|\/)\.\.?(\/|$)|\0/.test(name);

/** The record at the end; a comment of up to 65,535 bytes may follow it. */
function findEnd(view: DataView): number | undefined {
  const first = Math.max(0, view.byteLength - 22 - 65_535);
  for (let at = view.byteLength - 22; at >= first; at--) if (view.getUint32(at, true) === END) return at;
  return undefined;
}

function readList(view: DataView, bytes: Uint8Array, from: number, count: number): Listed[] | undefined {
  const listed: Listed[] = [];
  let at = from;
  for (let index = 0; index < count; index++) {
    if (at + 46 > view.byteLength || view.getUint32(at, true) !== CENTRAL) return undefined;
    const nameLength = view.getUint16(at + 28, true);
    listed.push({
      name: new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength)),
      encrypted: (view.getUint16(at + 8, true) & 1) === 1,
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      packed: view.getUint32(at + 20, true),
      // Of a 64-bit zip this is the largest number there is, and so too large.
      size: view.getUint32(at + 24, true),
      at: view.getUint32(at + 42, true),
    });
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return listed;
}

function unpack(view: DataView, bytes: Uint8Array, one: Listed): Uint8Array | undefined {
  if (one.encrypted || one.at + 30 > view.byteLength || view.getUint32(one.at, true) !== LOCAL) return undefined;
  const from = one.at + 30 + view.getUint16(one.at + 26, true) + view.getUint16(one.at + 28, true);
  if (from + one.packed > bytes.length) return undefined;
  const packed = bytes.subarray(from, from + one.packed);
  const content = one.method === 0 ? packed : one.method === 8 ? inflate(packed, one.size) : undefined;
  return content?.length === one.size && crc32(content) === one.crc ? content : undefined;
}

function inflate(packed: Uint8Array, size: number): Uint8Array | undefined {
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, size) });
  } catch {
    return undefined;
  }
}
