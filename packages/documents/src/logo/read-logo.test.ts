import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { renderPdf } from '../pdf/render-pdf.ts';
import { sampleProposal } from '../sample/sample-proposal.ts';
import { pngOf, sampleLogo } from '../testing/png.ts';
import { LOOK } from '../testing/proposals.ts';
import { flattenPng } from './flatten-png.ts';
import { readPng } from './png.ts';
import { LOGO_BYTES, readLogo } from './read-logo.ts';

/** The RGB samples of a flattened picture. */
function pixelsOf(bytes: Uint8Array): number[][] {
  const png = readPng(bytes, 1000);
  const flat = png && flattenPng(png);
  const again = flat && readPng(flat, 1000);
  if (!again) throw new Error('nothing was flattened');
  const stride = again.width * 3 + 1;
  return Array.from({ length: again.height }, (_, y) => [...again.rows.subarray(y * stride + 1, (y + 1) * stride)]);
}

describe('transparent pictures on white paper', () => {
  test('full, half and no colour', () => {
    const rows = Uint8Array.of(0, 200, 30, 30, 255, 0, 0, 0, 128, 9, 9, 9, 0);
    expect(pixelsOf(pngOf({ width: 3, height: 1, colour: 6, rows }))).toEqual([
      [200, 30, 30, 127, 127, 127, 255, 255, 255],
    ]);
  });

  test('all filters give what was filtered', () => {
    // The same two pixels in five rows, each stored with another filter.
    const rows = [
      [0, 10, 20, 30, 255, 40, 50, 60, 255],
      [1, 10, 20, 30, 255, 30, 30, 30, 0],
      [2, 0, 0, 0, 0, 0, 0, 0, 0],
      [3, 5, 10, 15, 128, 15, 15, 15, 0],
      [4, 0, 0, 0, 0, 0, 0, 0, 0],
    ];
    const pixels = pixelsOf(pngOf({ width: 2, height: 5, colour: 6, rows: Uint8Array.from(rows.flat()) }));
    expect(pixels).toEqual(Array.from({ length: 5 }, () => [10, 20, 30, 40, 50, 60]));
  });

  test('palettes of two bits, and grey with alpha', () => {
    const more = [
      ['PLTE', Uint8Array.of(255, 0, 0, 0, 0, 255, 1, 2, 3)],
      ['tRNS', Uint8Array.of(255, 0)],
    ] as const;
    const palette = pngOf({ width: 3, height: 1, depth: 2, colour: 3, rows: Uint8Array.of(0, 0b00_01_10_00), more });
    expect(pixelsOf(palette)).toEqual([[255, 0, 0, 255, 255, 255, 1, 2, 3]]);
    expect(pixelsOf(pngOf({ width: 1, height: 1, colour: 4, rows: Uint8Array.of(0, 100, 255) }))).toEqual([
      [100, 100, 100],
    ]);
  });
});

describe('what is no logo', () => {
  const refused = (bytes: Uint8Array) =>
    expect(() => readLogo(bytes)).toThrow(expect.objectContaining({ code: 'documents.logo' }));

  test('too large, too many pixels, truncated, of another kind', () => {
    refused(new Uint8Array(LOGO_BYTES + 1));
    refused(pngOf({ width: 60_000, height: 60_000, colour: 6, rows: new Uint8Array(1000) }));
    refused(pngOf({ width: 9, height: 9, colour: 6, rows: new Uint8Array(20) }));
    refused(sampleLogo().subarray(0, 60));
    refused(new TextEncoder().encode('GIF89a'));
  });

  test('interlaced pictures are whole or refused', async () => {
    // Five pixels across and one down: passes 1, 2, 4 and 6 with one or two pixels and a filter byte each.
    const bytes = (length: number) =>
      pngOf({ width: 5, height: 1, colour: 6, interlaced: true, rows: new Uint8Array(length).fill(0) });
    refused(bytes(23));
    expect(readLogo(bytes(24))).toMatchObject({ width: 5, height: 1 });
    const pdf = await renderPdf({ proposal: sampleProposal('en'), look: { ...LOOK, logo: bytes(24) } });
    expect(pdf.length).toBeGreaterThan(1000);
  });

  test('never anything else than a refusal, whatever the bytes', () => {
    const whole = sampleLogo();
    const damaged = fc.tuple(fc.nat(whole.length - 1), fc.nat(255)).map(([at, value]) => whole.with(at, value));
    const headed = fc.uint8Array({ maxLength: 300 }).map((bytes) => Uint8Array.from([0xff, 0xd8, 0xff, ...bytes]));
    fc.assert(
      fc.property(fc.oneof(damaged, headed, fc.uint8Array()), (bytes) => {
        try {
          readLogo(bytes);
        } catch (error) {
          expect(error).toMatchObject({ code: 'documents.logo' });
        }
      }),
    );
  });
});

test('a JPEG is as wide and high as it says', async () => {
  const frame = [0xff, 0xc0, 0, 17, 8, 0, 40, 0, 120, 3, 1, 0x11, 0, 2, 0x11, 0, 3, 0x11, 0];
  const logo = Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 0, 4, 0, 0, ...frame, 0xff, 0xd9]);
  expect(readLogo(logo)).toMatchObject({ kind: 'jpeg', width: 120, height: 40 });
  const pdf = await renderPdf({ proposal: sampleProposal('en'), look: { ...LOOK, logo } });
  expect(Buffer.from(pdf).toString('latin1')).toContain('/Filter /DCTDecode');
});

test('a logo is on the PDF, without a mask that the system would pack', async () => {
  const pdf = Buffer.from(await renderPdf({ proposal: sampleProposal('en'), look: { ...LOOK, logo: sampleLogo() } }));
  const text = pdf.toString('latin1');
  expect(text).toContain('/Subtype /Image');
  expect(text).not.toContain('/SMask');
});
