import { createHmac } from 'node:crypto';
import { AppError } from '@draftsmith/errors';
import type { AppManifest, AppSettings } from './manifest.ts';

/** Where in a request a value is wanted; the names are those of the manifest's `scopes`. */
export type SettingScope = 'url' | 'header' | 'body' | 'jwt_secret_key' | 'jwt_claim';

/** Puts `{{setting.name}}` in its place. Throws `permission` where the manifest's `scopes` do not allow it. */
export function fillSettings(
  text: string,
  scope: SettingScope,
  { manifest, settings }: { manifest: AppManifest; settings: AppSettings },
): string {
  return text.replace(/\{\{\s*setting\.([\w-]+)\s*\}\}/g, (_whole, name: string) => {
    const parameter = manifest.parameters.find((candidate) => candidate.name === name);
    if (!parameter) throw new AppError('invalid', `The app has no setting ${name}`);
    if (parameter.secure && parameter.scopes && !parameter.scopes.includes(scope)) {
      throw new AppError('permission', `The setting ${name} may not be used as ${scope}`);
    }
    return String(settings[name] ?? '');
  });
}

export interface JwtRequest {
  algorithm: string;
  secretKey: string;
  /** Seconds. */
  expiry: number;
  claims: Readonly<Record<string, unknown>>;
}

/** HS256 with the claims as the app's script chose them: the token proves the installation, not the person. */
export function signJwt({ algorithm, secretKey, expiry, claims }: JwtRequest, now: Date): string {
  if (algorithm !== 'HS256') throw new AppError('invalid', `jwt.algorithm ${algorithm} is not simulated; use HS256`);
  const seconds = Math.floor(now.getTime() / 1000);
  const body = { ...claims, iat: seconds, exp: seconds + expiry };
  const input = [{ alg: algorithm, typ: 'JWT' }, body].map((part) =>
    Buffer.from(JSON.stringify(part)).toString('base64url'),
  );
  const signature = createHmac('sha256', secretKey).update(input.join('.')).digest('base64url');
  return [...input, signature].join('.');
}
