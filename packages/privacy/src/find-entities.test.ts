import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findEntities } from './find-entities.ts';
import { redactForLog } from './redact-for-log.ts';

const found = (text: string) =>
  findEntities(text).map(({ type, start, end }) => `${type} ${text.slice(start, end).replaceAll('\n', ' ')}`);

describe('found by form', () => {
  test.each([
    ['write to bo.lind+shop@mail.example.co.uk, please.', ['EMAIL bo.lind+shop@mail.example.co.uk']],
    ['мой адрес иван@почта.example', ['EMAIL иван@почта.example']],
    ['<mailto:bo@example.com>', ['EMAIL bo@example.com']],
    ['call +1 (555) 010-0199 now', ['PHONE +1 (555) 010-0199']],
    ['call 555-010-0199', ['PHONE 555-010-0199']],
    ['(555) 010-0199', ['PHONE (555) 010-0199']],
    ['Telefon: 030 5550 1234', ['PHONE 030 5550 1234']],
    ['0171/555 12 34', ['PHONE 0171/555 12 34']],
    ['мой телефон 8 (912) 555-01-23', ['PHONE 8 (912) 555-01-23']],
    ['+7 912 555 01 23', ['PHONE +7 912 555 01 23']],
    ['тел. 89125550123', ['PHONE 89125550123']],
    ['llámame al 612 345 678', ['PHONE 612 345 678']],
    ['mon portable : 06 12 34 56 78', ['PHONE 06 12 34 56 78']],
    ['0049 171 5550123', ['PHONE 0049 171 5550123']],
    ['my phone number is 5550100199', ['PHONE 5550100199']],
    ['card 4111 1111 1111 1111 exp 12/27', ['CARD 4111 1111 1111 1111']],
    ['5555-5555-5555-4444', ['CARD 5555-5555-5555-4444']],
    ['Amex 378282246310005', ['CARD 378282246310005']],
    ['карта 2200 0000 0000 0004', ['CARD 2200 0000 0000 0004']],
    ['IBAN DE89 3704 0044 0532 0130 00 bitte', ['IBAN DE89 3704 0044 0532 0130 00']],
    ['gb82west12345698765432', ['IBAN gb82west12345698765432']],
    ['from 203.0.113.7 today', ['IP 203.0.113.7']],
    ['2001:db8::8a2e:370:7334 is mine', ['IP 2001:db8::8a2e:370:7334']],
    ['key sk-proj-abcdefghijklmnop1234', ['SECRET sk-proj-abcdefghijklmnop1234']],
    ['Authorization: Bearer abc.DEF-123_456xyz', ['SECRET abc.DEF-123_456xyz']],
    ['ghp_0123456789abcdefghijABCDEFGHIJ012345', ['SECRET ghp_0123456789abcdefghijABCDEFGHIJ012345']],
    ['my password is hunter2', ['SECRET hunter2']],
    ['Passwort: Sommer2024!', ['SECRET Sommer2024!']],
    ['пароль: qwerty', ['SECRET qwerty']],
    ['mot de passe : azerty99', ['SECRET azerty99']],
    ['API key = "0123abcd"', ['SECRET 0123abcd']],
    ['open https://shop.example/reset?token=abc123 soon', ['URL https://shop.example/reset?token=abc123']],
    ['https://bo:pw@shop.example/', ['URL https://bo:pw@shop.example/']],
    ['https://shop.example/?email=bo@example.com', ['URL https://shop.example/?email=bo@example.com']],
  ])('%s', (text, expected) => {
    expect(found(text)).toEqual(expect.arrayContaining(expected));
    expect(found(text)).toHaveLength(expected.length);
  });
});

describe('needed for an answer, so it stays', () => {
  test.each([
    'order 4482910 and order #1002003004',
    'Bestellung Nr. 30 448 2291 fehlt',
    'заказ № 89125550',
    'invoice 2026-000123 of 2026-11-20, due 20.11.2026',
    'firmware 2.14.0.3 and v10.0.0.1, version 1.2.3.4',
    'costs 1 299,00 € or $1,299.00, total 1 000 000',
    'from 10:30:45 to 12:00, 24/7, 5-7 days',
    'tracking number 00340434161094015902',
    'my card 4111 1111 1111 1112 is refused', // fails the checksum
    'DE89 3704 0044 0532 0130 01', // fails the checksum
    'Password reset does not work, my password is wrong',
    'Password: it says wrong every time I try',
    'Пароль не подходит, token expired, the secret is simple',
    'see https://help.example.com/hc/en-us/articles/360001234567-How-to-reset-your-password',
    'I tried basic troubleshooting, the bearer notwithstanding',
    'std::vector and a::b, 12:30',
    'frame size 54 cm, tyre 700x28c, error E-4102, model X-200',
    '@support please, 5 @ 10 EUR each',
    'in 2024, 2025 and 2026',
  ])('%s', (text) => {
    expect(found(text)).toEqual([]);
  });
});

test('entities are in order, apart, and inside the text, whatever it is', () => {
  fc.assert(
    fc.property(
      fc.array(fc.oneof(fc.string({ unit: 'grapheme' }), fc.stringMatching(/^[\d@.+:\-/ a-f]{0,30}$/))),
      (parts) => {
        const text = parts.join('');
        let end = 0;
        for (const entity of findEntities(text)) {
          expect(entity.start).toBeGreaterThanOrEqual(end);
          expect(entity.end).toBeGreaterThan(entity.start);
          end = entity.end;
        }
        expect(end).toBeLessThanOrEqual(text.length);
      },
    ),
  );
});

test.each([
  ['digits and spaces', '1 '.repeat(200_000)],
  ['letters', 'a'.repeat(400_000)],
  ['dots', 'a.'.repeat(200_000)],
  ['at signs', 'a@'.repeat(200_000)],
  ['colons', 'a:'.repeat(200_000)],
  ['dashes', '1-'.repeat(200_000)],
  ['brackets', '[ '.repeat(200_000)],
  ['upper case', 'DE89 '.repeat(80_000)],
  ['slashes', 'https://a/'.repeat(40_000)],
  ['keys', '-----BEGIN PRIVATE KEY-----'.repeat(10_000)],
  ['passwords', 'password '.repeat(40_000)],
])('a megabyte of %s ends', (_name, text) => {
  expect(redactForLog(text).length).toBeGreaterThan(0);
});

test('for logs the type stands where the value was', () => {
  expect(redactForLog('bo@example.com paid with 4111 1111 1111 1111 from 203.0.113.7')).toBe(
    '[EMAIL] paid with [CARD] from [IP]',
  );
});
