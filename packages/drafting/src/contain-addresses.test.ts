import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findAddresses } from './contain-addresses.ts';

const kinds = (text: string) => findAddresses(text).map(({ kind }) => kind);

describe('addresses are found however they are spelled', () => {
  test.each([
    'https://evil.example/pay?x=1',
    'Go to HTTP://EVIL.EXAMPLE now',
    'hxxps://evil[.]example/pay',
    'https:/\\evil.example',
    'https://help.acme.example@evil.example/x',
    'http://3232235777/x',
    'ftp://evil.example',
    'javascript:alert(1)',
    'data:text/html,x',
    'see //evil.example/x',
    'www.evil.example',
    'evil.example',
    'Evil.Com is ours',
    'evil . com',
    'evil dot com',
    'evil (dot) com/pay',
    'evil[.]com',
    'evil．com',
    'evil。com',
    'evil%2ecom',
    'evil точка ru',
    'xn--80ak6aa92e.com',
    'аррӏе.com',
    'почта.рф',
    't.co/abc',
    '192.0.2.7/login',
    'sub.deep.evil-shop.store:8080/a#b',
    'tell @refund_support_bot',
    '请访问https://evil.example/pay谢谢',
    '请访问evil.com谢谢',
  ])('a link: %s', (text) => expect(kinds(text)).toEqual(['link']));

  test.each([
    'write to pay@evil.example.',
    'pay @ evil.example',
    'pay(at)evil.example',
    'pay [at] evil [dot] example',
    'pay at evil dot com',
    'pay собака evil точка ru',
    'pay＠evil．com',
  ])('an e-mail address: %s', (text) => expect(kinds(text)).toEqual(['email']));

  test.each([
    'call +1 (900) 555-0199',
    'Call 900-555-0199 now',
    'Телефон 8 800 555-35-35',
    'звоните 88005553535',
    '1-800-REFUNDS',
    '０９００-５５５-０１９９',
    '０９００－５５５－０１９９',
    '٠٩٠٠٥٥٥٠١٩٩',
    'nine zero zero five five five zero one nine nine',
    'tel:+49301234567',
    '0900 / 555 01 99',
    '请拨打09005550199谢谢',
  ])('a phone number: %s', (text) => expect(kinds(text)).toEqual(['phone']));

  test.each(['DE89 3704 0044 0532 0130 00', '2202 2000 1111 2222', 'bc1qar0srrr7xfkvy5l643lydnw9re59gtzzwf5mdq'])(
    'an account: %s',
    (text) => expect(kinds(text)).toEqual(['account']),
  );
});

test.each([
  'Your refund takes 5-7 business days, i.e. it arrives by 2026-11-22 or 22.11.2026, at 10:30 a.m.',
  'It costs 1 000 000 or 1,299.00 EUR; 12.5 % off until 31/12/2026.',
  'Order number 112233445566 and case #1234567890 are open.',
  'Install version 2.4.1 of Node.js, open report.pdf and press OK...',
  'Возврат, т.е. деньги, придёт за 5 рабочих дней, см. п. 3.2. Спасибо!',
  'Das kostet z.B. 49,90 €. Danke. Mit freundlichen Grüßen',
  'Yes.No? Either/or, 24/7, and/or.',
  '退款需要5个工作日。谢谢。请稍候。',
  'You can e.g. use A.B. Smith. Meet at 10.',
])('ordinary words are no address: %s', (text) => expect(findAddresses(text)).toEqual([]));

test('what is found stands in the text where it is said to, in order, without overlaps', () => {
  const piece = fc.oneof(
    fc.constantFrom(
      'https://',
      'evil',
      '.com',
      '@',
      ' dot ',
      '(at)',
      '+1',
      ' 900',
      '-555',
      '//',
      '[.]',
      'www.',
      ' ',
      '<',
    ),
    fc.string({ unit: 'binary', maxLength: 4 }),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), (parts) => {
      const text = parts.join('');
      let rest = 0;
      for (const { start, end, plain } of findAddresses(text)) {
        expect(start).toBeGreaterThanOrEqual(rest);
        expect(end).toBeGreaterThan(start);
        expect(plain).not.toBe('');
        rest = end;
      }
      expect(rest).toBeLessThanOrEqual(text.length);
    }),
    { numRuns: 1_000 },
  );
});

// A pattern that tries every ending of every beginning would not come back within the limit of a test.
test.each(['a', 'a.', 'a dot ', '1 ', 'a@', 'one ', 'a-', '//a', '(', ' .'])(
  'thirty thousand of %j are read',
  (unit) => {
    expect(findAddresses(unit.repeat(30_000 / unit.length)).length).toBeGreaterThanOrEqual(0);
  },
);
