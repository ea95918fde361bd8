import { AppError } from '@draftsmith/errors';

/** @returns undefined when there is none. Throws `invalid` for what no key can be, without repeating it. */
export function checkKey(owner: string, key: string | undefined): string | undefined {
  const trimmed = key?.trim();
  if (!trimmed) return undefined;
  if (/^[\x21-\x7e]+$/.test(trimmed)) return trimmed;
  throw new AppError(
    'invalid',
    `The key for the ${owner} holds characters that no key has. Expected it in one piece, without spaces or line breaks`,
    { code: 'llm.key' },
  );
}

export function checkBaseUrl(owner: string, url: string | undefined): string | undefined {
  const trimmed = url?.trim();
  if (!trimmed) return undefined;
  if (/^https?:$/.test(URL.parse(trimmed)?.protocol ?? '')) return trimmed.replace(/\/+$/, '');
  throw new AppError('invalid', `The base URL of the ${owner} is not one. Expected e.g. http://127.0.0.1:11434/v1`, {
    code: 'llm.base-url',
  });
}
