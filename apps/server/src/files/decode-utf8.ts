import { AppError } from '@draftsmith/errors';

/** What to do about another encoding. */
const FOR_FILES = 'save it as "CSV UTF-8" or convert it with iconv';

/**
 * Text from bytes, without a byte order mark.
 *
 * @throws AppError `invalid` for anything but UTF-8: read as if it were, other encodings become drafts full of garbage.
 */
export async function* decodeUtf8(input: AsyncIterable<string | Buffer>, hint = FOR_FILES): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const decode = (bytes?: Buffer) => {
    try {
      return bytes ? decoder.decode(bytes, { stream: true }) : decoder.decode();
    } catch (cause) {
      throw new AppError('invalid', `this is not UTF-8 text; ${hint}`, {
        cause,
      });
    }
  };
  for await (const chunk of input) {
    const text = decode(Buffer.isBuffer(chunk) ? chunk : Buffer.from(chunk));
    if (text) yield text;
  }
  const rest = decode();
  if (rest) yield rest;
}
