import { AppError } from '@draftsmith/errors';

/**
 * @param setting the name that the operator knows the key by
 * @returns undefined when there is none. Throws `invalid` for what no key can be, without repeating it.
 */
export function checkKey(setting: string, key: string | undefined): string | undefined {
  const trimmed = key?.trim();
  if (!trimmed) return undefined;
  if (/^[\x21-\x7e]+$/.test(trimmed)) return trimmed;
  throw new AppError(
    'invalid',
    `${setting}: expected a key in one piece, without spaces, line breaks or letters outside ASCII`,
    { code: 'llm.key' },
  );
}

export function checkBaseUrl(setting: string, url: string | undefined): string | undefined {
  const trimmed = url?.trim();
  if (!trimmed) return undefined;
  const parsed = URL.parse(trimmed);
  if (parsed?.username || parsed?.password) {
    throw new AppError(
      'invalid',
      `${setting}: expected an address without user and password; keys have a setting of their own`,
      {
        code: 'llm.base-url',
      },
    );
  }
  if (/^https?:$/.test(parsed?.protocol ?? '')) return trimmed.replace(/\/+$/, '');
  throw new AppError('invalid', `${setting}: expected an http(s) URL, e.g. http://127.0.0.1:11434/v1`, {
    code: 'llm.base-url',
  });
}
