import { crc32, deflateSync } from 'node:zlib';

interface PngInput {
  width: number;
  height: number;
  depth?: number;
  /** As the specification numbers them: 2 RGB, 3 palette, 6 RGB with alpha. */
  colour: number;
  interlaced?: boolean;
  /** Filter byte and samples of each row. */
  rows: Uint8Array;
  more?: readonly (readonly [type: string, data: Uint8Array])[];
}

export function pngOf({ width, height, depth = 8, colour, interlaced = false, rows, more = [] }: PngInput): Uint8Array {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([depth, colour, 0, 0, interlaced ? 1 : 0], 8);
  const chunks = [
    ['IHDR', header] as const,
    ...more,
    ['IDAT', deflateSync(rows)] as const,
    ['IEND', Buffer.alloc(0)] as const,
  ];
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([signature, ...chunks.map(([type, data]) => chunk(type, data))]);
}

function chunk(type: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const bytes = Buffer.alloc(body.length + 8);
  bytes.writeUInt32BE(data.length, 0);
  bytes.set(body, 4);
  bytes.writeUInt32BE(crc32(body), body.length + 4);
  return bytes;
}

/** Half transparent: a red square over nothing. */
export function sampleLogo(side = 32): Uint8Array {
  const rows = Buffer.alloc((side * 4 + 1) * side);
  for (let y = 0; y < side; y++)
    for (let x = 0; x < side; x++) rows.set([200, 30, 30, x < side / 2 ? 255 : 0], y * (side * 4 + 1) + 1 + x * 4);
  return pngOf({ width: side, height: side, colour: 6, rows });
}
