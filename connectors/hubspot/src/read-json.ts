import { AppError } from '@draftsmith/errors';

/**
 * The JSON of a request to us.
 *
 * @throws AppError `invalid` also for bytes that are no UTF-8: v1 and v2 are plain hashes, which whoever has one signed body
 * can extend; what they append has such bytes in it.
 */
export function readJson(body: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body));
  } catch {
    // The parser's own message quotes the body, which may hold personal data.
    throw new AppError('invalid', 'The body of the request is not JSON', { code: 'hubspot.body-not-json' });
  }
}
