import { AppError } from '@draftsmith/errors';

/** @param body the raw bytes, already verified. @throws AppError `invalid` */
export function parseJson(body: unknown): unknown {
  try {
    return JSON.parse(Buffer.isBuffer(body) ? body.toString('utf8') : '');
  } catch {
    throw new AppError('invalid', 'The body of the request is not JSON', { code: 'proposals.invalid' });
  }
}
