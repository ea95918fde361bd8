import { inflateSync } from 'node:zlib';

export interface Png {
  width: number;
  height: number;
  depth: number;
  /** 0 grey, 2 RGB, 3 palette, 4 grey with alpha, 6 RGB with alpha. */
  colour: number;
  interlaced: boolean;
  palette: Uint8Array | undefined;
  transparency: Uint8Array | undefined;
  /** Rows as they are stored: a filter byte and samples each. */
  rows: Uint8Array;
}

const CHANNELS: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };
const DEPTHS: Readonly<Record<number, readonly number[]>> = {
  0: [1, 2, 4, 8, 16],
  2: [8, 16],
  3: [1, 2, 4, 8],
  4: [8, 16],
  6: [8, 16],
};

export const channelsOf = (png: Png) => CHANNELS[png.colour] ?? 1;
export const bytesPerRow = (png: Png) => Math.ceil((png.width * channelsOf(png) * png.depth) / 8);

/** @returns undefined for what is damaged or has more than `pixels`; its rows are unpacked, so it is known to be whole */
export function readPng(bytes: Uint8Array, pixels: number): Png | undefined {
  const chunks = readChunks(bytes);
  const header = chunks.find(({ type }) => type === 'IHDR')?.data;
  if (header?.length !== 13) return undefined;
  const view = new DataView(header.buffer, header.byteOffset, header.byteLength);
  const png: Png = {
    width: view.getUint32(0),
    height: view.getUint32(4),
    depth: view.getUint8(8),
    colour: view.getUint8(9),
    interlaced: view.getUint8(12) === 1,
    palette: chunks.find(({ type }) => type === 'PLTE')?.data,
    transparency: chunks.find(({ type }) => type === 'tRNS')?.data,
    rows: new Uint8Array(),
  };
  const sound =
    png.width > 0 &&
    png.height > 0 &&
    png.width * png.height <= pixels &&
    DEPTHS[png.colour]?.includes(png.depth) === true &&
    view.getUint8(12) <= 1 &&
    (png.colour !== 3 || (png.palette !== undefined && png.palette.length >= 3));
  if (!sound) return undefined;
  const needed = storedBytes(png);
  const parts = chunks.flatMap(({ type, data }) => (type === 'IDAT' ? [data] : []));
  // Some programs write a little more than is needed.
  const rows = inflate(parts, needed + 1024);
  return rows && rows.length >= needed ? { ...png, rows } : undefined;
}

/** Adam7: where each pass begins and how far apart its pixels are, across and down. */
const PASSES = [
  [0, 0, 8, 8],
  [4, 0, 8, 8],
  [0, 4, 4, 8],
  [2, 0, 4, 4],
  [0, 2, 2, 4],
  [1, 0, 2, 2],
  [0, 1, 1, 2],
] as const;

function storedBytes(png: Png): number {
  if (!png.interlaced) return (bytesPerRow(png) + 1) * png.height;
  return PASSES.reduce((sum, [left, top, across, down]) => {
    const width = Math.ceil((png.width - left) / across);
    const height = Math.ceil((png.height - top) / down);
    return width > 0 && height > 0 ? sum + (bytesPerRow({ ...png, width }) + 1) * height : sum;
  }, 0);
}

function inflate(parts: readonly Uint8Array[], atMost: number): Uint8Array | undefined {
  try {
    return inflateSync(Buffer.concat(parts), { maxOutputLength: atMost });
  } catch {
    return undefined;
  }
}

function readChunks(bytes: Uint8Array): { type: string; data: Uint8Array }[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const chunks: { type: string; data: Uint8Array }[] = [];
  for (let at = 8; at + 12 <= bytes.length; ) {
    const length = view.getUint32(at);
    if (at + 12 + length > bytes.length) break;
    const type = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    chunks.push({ type, data: bytes.subarray(at + 8, at + 8 + length) });
    at += 12 + length;
  }
  return chunks;
}
