import { createHmac } from 'node:crypto';
import { expect, it } from 'vitest';
import type { AppManifest } from './manifest.ts';
import { fillSettings, signJwt } from './secure-settings.ts';

const manifest: AppManifest = {
  name: 'App',
  version: '1',
  location: { support: { ticket_sidebar: { url: 'assets/iframe.html', flexible: false } } },
  domainWhitelist: [],
  parameters: [
    { name: 'host', required: true, secure: false },
    { name: 'key', required: true, secure: true, scopes: ['jwt_secret_key'] },
  ],
};
const context = { manifest, settings: { host: 'example.com', key: 'k1' } };

it('puts a setting where its scopes allow it, and nowhere else', () => {
  expect(fillSettings('https://{{setting.host}}/{{ setting.host }}', 'url', context)).toBe(
    'https://example.com/example.com',
  );
  expect(fillSettings('{{setting.key}}', 'jwt_secret_key', context)).toBe('k1');
  for (const scope of ['header', 'body', 'url', 'jwt_claim'] as const) {
    expect(() => fillSettings('{{setting.key}}', scope, context)).toThrow(`may not be used as ${scope}`);
  }
  expect(() => fillSettings('{{setting.other}}', 'url', context)).toThrow('no setting other');
});

it('signs the claims as they were chosen, with times in seconds', () => {
  const now = new Date('2026-11-20T10:00:00.900Z');
  const claims = { iss: 'sample', sub: 'forged' };
  const [header = '', body = '', signature] = signJwt(
    { algorithm: 'HS256', secretKey: 'k1', expiry: 60, claims },
    now,
  ).split('.');
  expect(signature).toBe(createHmac('sha256', 'k1').update(`${header}.${body}`).digest('base64url'));
  expect(JSON.parse(Buffer.from(header, 'base64url').toString())).toEqual({ alg: 'HS256', typ: 'JWT' });
  const iat = Date.parse('2026-11-20T10:00:00Z') / 1000;
  expect(JSON.parse(Buffer.from(body, 'base64url').toString())).toEqual({ ...claims, iat, exp: iat + 60 });
  expect(() => signJwt({ algorithm: 'none', secretKey: '', expiry: 1, claims: {} }, now)).toThrow('use HS256');
});
