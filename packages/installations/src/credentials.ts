import type { OAuthClient, TokenSet } from '@draftsmith/contracts';
import { AppError } from '@draftsmith/errors';
import { z } from 'zod';
import type { AccountKey } from './installations.ts';

/** Where secrets rest, sealed. The server's own store is one. */
export interface SecretPort {
  get(name: string): Promise<string | undefined>;
  put(name: string, value: string): Promise<void>;
  /** @returns false when the value is another one by now */
  replace(name: string, from: string, to: string): Promise<boolean>;
  delete(name: string): Promise<void>;
}

/** Every secret of an account, by what it is for. */
export function secretNames({ connector, account }: AccountKey) {
  return {
    oauth: `${connector}/${account}/oauth`,
    /** Signing secrets of webhooks, by artefact. */
    signing: `${connector}/${account}/signing`,
    /** Between the app beside a ticket and us. */
    sidebar: `sidebar:${connector}:${account}`,
  } as const;
}

/** `global`: our own client, whose identifier and secret are settings. */
export interface Credentials {
  client: OAuthClient | 'global';
  tokens: TokenSet;
}

const tokens = z.object({
  accessToken: z.string().min(1),
  refreshToken: z.string().optional(),
  expiresAt: z.string().optional(),
  refreshExpiresAt: z.string().optional(),
  scope: z.string().optional(),
});
const credentials = z.object({
  client: z.union([z.literal('global'), z.object({ clientId: z.string(), clientSecret: z.string().optional() })]),
  tokens,
});

/** @throws AppError `invalid` without the parser's report, which may quote them */
export function readCredentials(stored: string): Credentials {
  const parsed = credentials.safeParse(jsonOf(stored));
  if (parsed.success) return parsed.data as Credentials;
  throw new AppError('invalid', 'The stored credentials are not readable: connect the account again', {
    code: 'installations.credentials',
  });
}

export function writeCredentials({ client, tokens: given }: Credentials): string {
  return JSON.stringify({ client, tokens: given });
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
