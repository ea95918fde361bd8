import type { IncomingHttpHeaders } from 'node:http';
import { AppError } from '@draftsmith/errors';
import { z } from 'zod';
import type { Library } from './better-auth.ts';

export interface GatewayUser {
  id: string;
  name: string;
  email: string;
  role: 'admin' | 'viewer';
}

export type Answer =
  | { ok: true; cookies: string[]; user: GatewayUser | undefined }
  /** `code` is better-auth's, e.g. INVALID_EMAIL_OR_PASSWORD. */
  | { ok: false; status: number; code: string };

/** Calls one of better-auth's own endpoints, with its origin check, and keeps of the answer what may leave the server. */
export type Gateway = (path: string, body: unknown, from?: IncomingHttpHeaders) => Promise<Answer>;

/** What the library's checks need. Not the forwarding headers: anybody can write those. */
const PASSED_ON = ['cookie', 'origin', 'referer', 'sec-fetch-site', 'sec-fetch-mode', 'sec-fetch-dest'];

const successBody = z.object({
  user: z.object({ id: z.string(), name: z.string(), email: z.string(), role: z.enum(['admin', 'viewer']) }).optional(),
});
const failureBody = z.object({ code: z.string().optional() });

export function createGateway(library: Library, origin: string): Gateway {
  return async (path, body, from = {}) => {
    const headers = new Headers({ 'content-type': 'application/json' });
    for (const name of PASSED_ON) {
      const value = from[name];
      if (typeof value === 'string') headers.set(name, value);
    }
    const request = new Request(`${origin}/api/auth${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
    const answer = await library.handler(request).catch((cause: unknown) => broken(cause));
    const json: unknown = await answer.json().catch(() => ({}));
    if (answer.ok) return { ok: true, cookies: answer.headers.getSetCookie(), user: successBody.parse(json).user };
    if (answer.status >= 500) broken();
    return { ok: false, status: answer.status, code: failureBody.parse(json ?? {}).code ?? 'UNKNOWN' };
  };
}

function broken(cause?: unknown): never {
  const message = 'Sign-in does not work at the moment. Try again shortly';
  throw new AppError('unavailable', message, { code: 'auth.unavailable', cause });
}

/** What a browser would send back for these `Set-Cookie` values. */
export function toCookieHeader(setCookies: readonly string[]): string {
  return setCookies.map((cookie) => cookie.split(';', 1)[0]).join('; ');
}
