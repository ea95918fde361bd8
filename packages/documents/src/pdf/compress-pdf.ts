import { zlibSync } from 'fflate';

/**
 * Packs the streams of a PDF that was written without. pdfkit would use the system's zlib, whose output differs between
 * processors and versions of Node; this one is the same everywhere and for ever.
 *
 * @param pdf as pdfkit writes it: objects one after the other, one table of references at the end
 */
export function compressPdf(pdf: Uint8Array): Uint8Array {
  const source = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength);
  const tableAt = source.lastIndexOf('xref\n', source.lastIndexOf('startxref') - 1, 'latin1');
  const table = source.toString('latin1', tableAt);
  const entries = [...table.matchAll(/^(\d{10}) (\d{5}) ([nf]) $/gm)];
  const offsets = entries.map(([, offset]) => Number(offset));
  const inUse = entries.flatMap(([, , , use], id) => (use === 'n' ? [id] : []));
  const inOrder = inUse.toSorted((a, b) => (offsets[a] ?? 0) - (offsets[b] ?? 0));

  const parts: Buffer[] = [source.subarray(0, offsets[inOrder[0] ?? 0])];
  const moved = new Map<number, number>();
  let length = parts[0]?.length ?? 0;
  inOrder.forEach((id, index) => {
    const next = inOrder[index + 1];
    const object = compressObject(source.subarray(offsets[id], next === undefined ? tableAt : offsets[next]));
    moved.set(id, length);
    parts.push(object);
    length += object.length;
  });

  let id = 0;
  const pointed = table
    .replace(/^(\d{10}) (\d{5} [nf] )$/gm, (_, offset: string, rest: string) => {
      const at = moved.get(id++);
      return `${at === undefined ? offset : String(at).padStart(10, '0')} ${rest}`;
    })
    .replace(/startxref\n\d+/, `startxref\n${length}`);
  return Buffer.concat([...parts, Buffer.from(pointed, 'latin1')]);
}

/** Below this the name of the filter costs more than it saves. */
const WORTH_IT = 128;

function compressObject(object: Buffer): Buffer {
  const streamAt = object.indexOf('\nstream\n', 0, 'latin1');
  if (streamAt < 0) return object;
  const head = object.toString('latin1', 0, streamAt);
  const size = Number(/\/Length (\d+)\n/.exec(head)?.[1] ?? 0);
  if (size < WORTH_IT || head.includes('/Filter')) return object;
  const from = streamAt + '\nstream\n'.length;
  const packed = zlibSync(object.subarray(from, from + size), { level: 9 });
  const dictionary = head.replace(`/Length ${size}\n`, `/Length ${packed.length}\n/Filter /FlateDecode\n`);
  return Buffer.concat([Buffer.from(`${dictionary}\nstream\n`, 'latin1'), packed, object.subarray(from + size)]);
}
