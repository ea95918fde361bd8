import { createHmac } from 'node:crypto';
import { SignJWT } from 'jose';
import { describe, expect, test } from 'vitest';
import { agentNamedBy } from './authenticate.ts';

const SECRET = 'the secret of the app beside the ticket';
const NOW = new Date('2026-11-22T12:00:00Z');
const SECONDS = NOW.getTime() / 1000;

const deps = {
  secretOf: async (connector: string, account: string) =>
    connector === 'zendesk' && account === 'acme' ? SECRET : undefined,
  now: () => NOW,
};
const acme = { connector: 'zendesk', account: 'acme' };
const ask = (authorization: string | undefined, installation = acme) =>
  agentNamedBy(deps, installation, authorization).then(
    (agent) => agent,
    ({ kind, code, message }: { kind: string; code: string; message: string }) => `${kind} ${code} ${message}`,
  );

const encoded = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
/** By hand: a library refuses to make what an attacker makes. */
function signed(claims: object, { alg = 'HS256', secret = SECRET, hash = 'sha256' } = {}): string {
  const body = `${encoded({ alg })}.${encoded(claims)}`;
  const signature = alg === 'none' ? 'x' : createHmac(hash, secret).update(body).digest('base64url');
  return `Bearer ${body}.${signature}`;
}

const good = { iss: 'acme', sub: '12', exp: SECONDS + 60 };

test('the app of an installation names its agent', async () => {
  expect(await ask(signed(good))).toBe('12');
  const token = await new SignJWT(good).setProtectedHeader({ alg: 'HS256', typ: 'JWT' }).sign(Buffer.from(SECRET));
  expect(await ask(`bearer ${token}`)).toBe('12');
});

test('clocks may differ by half a minute, and a token holds for five', async () => {
  expect(await ask(signed({ ...good, exp: SECONDS - 29 }))).toBe('12');
  expect(await ask(signed({ ...good, exp: SECONDS + 330 }))).toBe('12');
});

describe('everything else is refused, in the same words', () => {
  const REFUSED =
    'auth assist.unknown-app This app is not known here. An admin checks its settings: the server address and the shared secret';
  const token = signed(good).slice('Bearer '.length);
  const { exp: _exp, ...endless } = good;
  const { sub: _sub, ...nobody } = good;
  const { iss: _iss, ...nowhere } = good;

  test.each<[string, string | undefined]>([
    ['no token', undefined],
    ['another scheme', `Basic ${token}`],
    ['no signature', `Bearer ${token.split('.').slice(0, 2).join('.')}.`],
    ['a cut signature', `Bearer ${token.slice(0, -2)}`],
    ['a secret of somebody else', signed(good, { secret: 'another secret, as long as the first' })],
    ['no algorithm', signed(good, { alg: 'none' })],
    ['an algorithm that was not agreed on', signed(good, { alg: 'HS512', hash: 'sha512' })],
    ['the name of a public-key algorithm', signed(good, { alg: 'RS256' })],
    ['another account', signed({ ...good, iss: 'globex' })],
    ['no account', signed(nowhere)],
    ['no agent', signed(nobody)],
    ['an agent who is no word', signed({ ...good, sub: '12/../13' })],
    ['an agent who is a number', signed({ ...good, sub: 12 })],
    ['no end', signed(endless)],
    ['an end in the past', signed({ ...good, exp: SECONDS - 31 })],
    ['an end too far', signed({ ...good, exp: SECONDS + 331 })],
    ['an end that is no number', signed({ ...good, exp: 'soon' })],
    ['a beginning in the future', signed({ ...good, nbf: SECONDS + 31 })],
    ['a token without end', `Bearer ${'a'.repeat(5_000)}.b.c`],
  ])('%s', async (_what, authorization) => {
    expect(await ask(authorization)).toBe(REFUSED);
  });

  test('an account that is not there, whatever the token', async () => {
    for (const installation of [
      { connector: 'zendesk', account: 'globex' },
      { connector: 'other', account: 'acme' },
    ]) {
      expect(await ask(signed({ ...good, iss: installation.account }), installation)).toBe(REFUSED);
      expect(await ask(signed({ ...good, iss: installation.account }, { secret: '' }), installation)).toBe(REFUSED);
    }
  });
});

test.each([
  ['with a zero byte', 'a\0b'],
  ['in two lines', 'a\nb'],
  ['too long', 'x'.repeat(201)],
  ['empty', ''],
])('a name that no account has (%s) is not looked up', async (_, account) => {
  const asked: string[] = [];
  const watching = {
    ...deps,
    secretOf: async (_connector: string, name: string) => {
      asked.push(name);
      return undefined;
    },
  };
  await expect(agentNamedBy(watching, { connector: 'zendesk', account }, signed(good))).rejects.toMatchObject({
    kind: 'auth',
  });
  await expect(agentNamedBy(watching, { connector: account, account: 'acme' }, signed(good))).rejects.toMatchObject({
    kind: 'auth',
  });
  expect(asked).toEqual([]);
});

test('a store that is away is no refusal', async () => {
  const away = { ...deps, secretOf: () => Promise.reject(new Error('away')) };
  await expect(agentNamedBy(away, acme, signed(good))).rejects.toThrow('away');
});
