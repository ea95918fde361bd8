import { randomToken } from '@draftsmith/installations';
import type { Request, Response } from 'express';

const NAME = 'draftsmith-connect';
export const CALLBACK_PATH = '/connect/callback';
/** Seconds, as long as a consent waits. */
const MAX_AGE = 600;

/**
 * Ties a consent to this browser. The session cannot: its cookie is SameSite=Strict, and a browser does not send it when
 * another site sends one back. This one does nothing else, and signs nobody in.
 *
 * @returns what the consent is bound to
 */
export function bindBrowser(request: Request, response: Response, redirectUri: string): string {
  // The same for several consents of one browser: a second window must not spoil the first.
  const value = boundIn(request) ?? randomToken();
  const secure = redirectUri.startsWith('https:') ? '; Secure' : '';
  const cookie = `${NAME}=${value}; Path=/; Max-Age=${MAX_AGE}; HttpOnly; SameSite=Lax${secure}`;
  response.append('set-cookie', cookie);
  return value;
}

export function boundIn(request: Request): string | undefined {
  const cookies = request.headers.cookie?.split(';') ?? [];
  const value = cookies
    .map((one) => one.trim())
    .find((one) => one.startsWith(`${NAME}=`))
    ?.slice(NAME.length + 1);
  return value !== undefined && /^[\w-]{43}$/.test(value) ? value : undefined;
}
