import { AppError } from '@draftsmith/errors';
import { readJpegSize } from './jpeg.ts';
import { readPng } from './png.ts';

export const LOGO_BYTES = 512 * 1024;

export interface Logo {
  kind: 'png' | 'jpeg';
  bytes: Uint8Array;
  /** Pixels. */
  width: number;
  height: number;
}

/** Wider or higher than this is a photograph, and costs hundreds of megabytes once it is unpacked. */
const PIXELS = 8_000_000;

/**
 * Checked before anything else touches it: what writes PDFs unpacks images on its own time, where a broken one would end
 * the process instead of the request.
 *
 * @throws AppError `invalid` when it is no PNG or JPEG that can be shown
 */
export function readLogo(bytes: Uint8Array): Logo {
  if (bytes.length > LOGO_BYTES) throw unusable('is larger than 512 KB');
  const png = startsWith(bytes, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const jpeg = startsWith(bytes, [0xff, 0xd8, 0xff]);
  if (!png && !jpeg) throw unusable('is neither PNG nor JPEG');
  const size = png ? readPng(bytes, PIXELS) : readJpegSize(bytes);
  if (!size || size.width < 1 || size.height < 1) throw unusable('is damaged');
  if (size.width * size.height > PIXELS) throw unusable('has more than eight million pixels');
  return { kind: png ? 'png' : 'jpeg', bytes, width: size.width, height: size.height };
}

function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((value, index) => bytes[index] === value);
}

function unusable(why: string): AppError {
  return new AppError('invalid', `The logo ${why}`, { code: 'documents.logo' });
}
