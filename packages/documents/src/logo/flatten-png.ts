import { crc32 } from 'node:zlib';
import { zlibSync } from 'fflate';
import { bytesPerRow, channelsOf, type Png } from './png.ts';

/**
 * A transparent PNG on white paper, as plain RGB. PDFs would otherwise hold a mask that the system's zlib packs, and that
 * packs differently from one processor or version to another; this gives the same bytes everywhere.
 *
 * @returns undefined where there is nothing to flatten, or where it is interlaced
 */
export function flattenPng(png: Png): Uint8Array | undefined {
  const transparent = png.colour === 4 || png.colour === 6 || (png.colour === 3 && png.transparency !== undefined);
  if (!transparent || png.interlaced) return undefined;
  const samples = unfilter(png);
  const stride = bytesPerRow(png);
  const pixelAt = pixelReader(png);
  const out = new Uint8Array((png.width * 3 + 1) * png.height);
  for (let y = 0; y < png.height; y++) {
    const row = samples.subarray(y * stride, (y + 1) * stride);
    let at = y * (png.width * 3 + 1) + 1;
    for (let x = 0; x < png.width; x++) {
      const [red, green, blue, alpha] = pixelAt(row, x);
      for (const value of [red, green, blue]) out[at++] = Math.round(255 + ((value - 255) * alpha) / 255);
    }
  }
  return writePng(png.width, png.height, out);
}

type Pixel = readonly [red: number, green: number, blue: number, alpha: number];

function pixelReader(png: Png): (row: Uint8Array, x: number) => Pixel {
  const { depth, palette, transparency } = png;
  const channels = channelsOf(png);
  // Of 16 bits the upper eight are what a screen shows.
  const bytes = depth === 16 ? 2 : 1;
  const sample = (row: Uint8Array, x: number, channel: number) => row[(x * channels + channel) * bytes] ?? 0;
  if (png.colour === 6) return (row, x) => [sample(row, x, 0), sample(row, x, 1), sample(row, x, 2), sample(row, x, 3)];
  if (png.colour === 4) {
    return (row, x) => {
      const grey = sample(row, x, 0);
      return [grey, grey, grey, sample(row, x, 1)];
    };
  }
  return (row, x) => {
    const bit = x * depth;
    const index = ((row[bit >> 3] ?? 0) >> (8 - depth - (bit & 7))) & ((1 << depth) - 1);
    const [red = 0, green = 0, blue = 0] = palette?.subarray(index * 3, index * 3 + 3) ?? [];
    return [red, green, blue, transparency?.[index] ?? 255];
  };
}

/** Undoes the five filters of the PNG specification, section 9. */
function unfilter(png: Png): Uint8Array {
  const stride = bytesPerRow(png);
  const step = Math.max(1, (channelsOf(png) * png.depth) >> 3);
  const out = new Uint8Array(stride * png.height);
  for (let y = 0; y < png.height; y++) {
    const from = y * (stride + 1);
    const filter = png.rows[from] ?? 0;
    for (let x = 0; x < stride; x++) {
      const at = y * stride + x;
      const left = x >= step ? (out[at - step] ?? 0) : 0;
      const up = y > 0 ? (out[at - stride] ?? 0) : 0;
      const corner = x >= step && y > 0 ? (out[at - stride - step] ?? 0) : 0;
      out[at] = (png.rows[from + 1 + x] ?? 0) + predicted(filter, left, up, corner);
    }
  }
  return out;
}

function predicted(filter: number, left: number, up: number, corner: number): number {
  if (filter === 1) return left;
  if (filter === 2) return up;
  if (filter === 3) return (left + up) >> 1;
  if (filter !== 4) return 0;
  const guess = left + up - corner;
  const [a, b, c] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)];
  return a <= b && a <= c ? left : b <= c ? up : corner;
}

function writePng(width: number, height: number, rows: Uint8Array): Uint8Array {
  const header = new Uint8Array(13);
  const view = new DataView(header.buffer);
  view.setUint32(0, width);
  view.setUint32(4, height);
  header.set([8, 2, 0, 0, 0], 8);
  const signature = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', zlibSync(rows)),
    chunk('IEND', new Uint8Array()),
  ]);
}

function chunk(type: string, data: Uint8Array): Uint8Array {
  const bytes = Buffer.alloc(12 + data.length);
  bytes.writeUInt32BE(data.length, 0);
  bytes.write(type, 4, 'latin1');
  bytes.set(data, 8);
  bytes.writeUInt32BE(crc32(bytes.subarray(4, 8 + data.length)), 8 + data.length);
  return bytes;
}
