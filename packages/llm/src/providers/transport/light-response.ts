import type { IncomingBody } from './incoming-body.ts';
import { readAtMost } from './read-at-most.ts';

/** Bytes: nobody reads more than that as one text. */
const LONGEST_TEXT = 2_000_000;

/** What the driver and both SDKs read of a response; `light-response.test.ts` holds the SDKs to it. */
export interface LightResponse {
  readonly url: string;
  readonly status: number;
  readonly statusText: string;
  readonly ok: boolean;
  readonly headers: Headers;
  readonly body: IncomingBody | null;
  text(): Promise<string>;
  json(): Promise<unknown>;
}

export interface Head {
  url: string;
  status: number;
  headers: Headers;
}

/** @param body as it comes, or a text that has come */
export function createLightResponse({ url, status, headers }: Head, body: IncomingBody | string): LightResponse {
  const text = async (): Promise<string> => {
    return typeof body === 'string' ? body : await readAtMost({ body }, LONGEST_TEXT);
  };
  return {
    url,
    status,
    statusText: '',
    ok: status >= 200 && status < 300,
    headers,
    body: typeof body === 'string' ? null : body,
    text,
    json: async () => JSON.parse(await text()),
  };
}
