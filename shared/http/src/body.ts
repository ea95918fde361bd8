import { AppError } from '@draftsmith/errors';

/** Reads at most `maxBytes` of a body: an endless answer must not fill the memory. */
export async function readBody(response: Response, maxBytes: number): Promise<string> {
  if (!response.body) return '';
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body) {
    size += chunk.byteLength;
    if (size > maxBytes) {
      throw new AppError('unavailable', `The answer is larger than ${maxBytes} bytes`, { code: 'http.body-too-large' });
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

/** JSON if it is JSON; undefined for HTML, text and nothing, which proxies answer in front of every API. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
