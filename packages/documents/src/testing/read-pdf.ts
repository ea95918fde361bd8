import { inflateSync } from 'node:zlib';

export interface PdfLine {
  text: string;
  /** Points from the bottom of the page. */
  y: number;
  size: number;
}

export interface PdfObject {
  head: string;
  stream: Buffer | undefined;
}

/** What stands on the pages of a PDF of ours, line by line from above; read through its own table of references. */
export function readPdf(pdf: Uint8Array): PdfLine[][] {
  const source = Buffer.from(pdf);
  const objects = readObjects(source);
  const of = (id: string | undefined) => objects.get(Number(id)) ?? { head: '', stream: undefined };
  const root = of(/\/Root (\d+) 0 R/.exec(source.toString('latin1', source.lastIndexOf('trailer')))?.[1]);
  const tree = of(/\/Pages (\d+) 0 R/.exec(root.head)?.[1]);
  const kids = [...(/\/Kids \[([^\]]*)\]/.exec(tree.head)?.[1] ?? '').matchAll(/(\d+) 0 R/g)];
  return kids.map(([, id]) => {
    const page = of(id);
    const resources = of(/\/Resources (\d+) 0 R/.exec(page.head)?.[1]);
    const fonts = new Map(
      [...resources.head.matchAll(/\/(F\d+) (\d+) 0 R/g)].map(([, name, font]) => [
        name ?? '',
        readLetters(of(/\/ToUnicode (\d+) 0 R/.exec(of(font).head)?.[1]).stream),
      ]),
    );
    return readLines(of(/\/Contents (\d+) 0 R/.exec(page.head)?.[1]).stream?.toString('latin1') ?? '', fonts);
  });
}

export function readObjects(source: Buffer): Map<number, PdfObject> {
  const start = Number(/startxref\n(\d+)\n%%EOF\n?$/.exec(source.toString('latin1', source.length - 60))?.[1]);
  const table = source.toString('latin1', start);
  if (!table.startsWith('xref\n')) throw new Error('no table of references where the file says');
  const objects = new Map<number, PdfObject>();
  [...table.matchAll(/^(\d{10}) \d{5} ([nf]) $/gm)].forEach(([, offset, use], id) => {
    if (use === 'n') objects.set(id, readObject(source, Number(offset), id));
  });
  return objects;
}

function readObject(source: Buffer, offset: number, id: number): PdfObject {
  const begin = `${id} 0 obj\n`;
  if (source.toString('latin1', offset, offset + begin.length) !== begin) throw new Error(`object ${id} is elsewhere`);
  const end = source.indexOf('endobj', offset);
  const streamAt = source.indexOf('\nstream\n', offset);
  if (streamAt < 0 || streamAt > end) return { head: source.toString('latin1', offset, end), stream: undefined };
  const head = source.toString('latin1', offset, streamAt);
  const from = streamAt + 8;
  const stream = source.subarray(from, from + Number(/\/Length (\d+)/.exec(head)?.[1]));
  if (source.toString('latin1', from + stream.length, from + stream.length + 10) !== '\nendstream')
    throw new Error(`the stream of ${id} has another length`);
  return { head, stream: head.includes('/FlateDecode') && !head.includes('/Image') ? inflateSync(stream) : stream };
}

function readLetters(map: Buffer | undefined): string[] {
  const letters: string[] = [];
  for (const [, from, list] of (map?.toString('latin1') ?? '').matchAll(/<(\w{4})> <\w{4}> \[([^\]]*)\]/g)) {
    const first = Number.parseInt(from ?? '', 16);
    [...(list ?? '').matchAll(/<([0-9a-f ]*)>/gi)].forEach(([, code], index) => {
      letters[first + index] = Buffer.from((code ?? '').replaceAll(' ', ''), 'hex')
        .swap16()
        .toString('utf16le');
    });
  }
  return letters;
}

function readLines(content: string, fonts: ReadonlyMap<string, readonly string[]>): PdfLine[] {
  const pieces: (PdfLine & { x: number })[] = [];
  const pattern =
    /1 0 0 1 ([\d.-]+) ([\d.-]+) Tm\n(?:[\d.-]+ T[cw]\n)*\/(F\d+) ([\d.]+) Tf\n(?:[\d.-]+ T[cw]\n)*\[([^\]]*)\] TJ/g;
  for (const [, x, y, font, size, shown] of content.matchAll(pattern)) {
    const codes = [...(shown ?? '').matchAll(/<([0-9a-f]*)>/g)].flatMap(([, hex]) => hex?.match(/.{4}/g) ?? []);
    const text = codes.map((code) => fonts.get(font ?? '')?.[Number.parseInt(code, 16)] ?? '\ufffd').join('');
    pieces.push({ text, x: Number(x), y: Number(y), size: Number(size) });
  }
  pieces.sort((a, b) => b.y - a.y || a.x - b.x);
  const lines: PdfLine[] = [];
  for (const { text, y, size } of pieces) {
    const line = lines.at(-1);
    // Raised figures and sizes of one row stand a little apart.
    if (line && Math.abs(line.y - y) < 2) line.text += text;
    else lines.push({ text, y, size });
  }
  return lines.map((line) => ({ ...line, text: line.text.replace(/\u200b/g, '').trim() }));
}
