import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { keepFrom } from './keep-from.ts';
import { createRedactor } from './redactor.ts';

const KNOWN = [
  { name: 'Anna Schmidt', email: 'anna@example.com', accounts: ['K-2231'], addresses: ['12 Main Street'] },
];

const piece = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 8 }),
  fc.string({ unit: 'grapheme', maxLength: 8 }),
  fc.constantFrom('\ud800', '\udc00', '\u202e', '\u200d', '😀', 'שלום', 'مرحبا', '你好', '\0', '\n', '\t', ' ', ', '),
  fc.constantFrom(
    'Anna ',
    'Schmidt',
    'Dear ',
    'Imogen Ravensworth',
    'Regards,\n',
    'Name: ',
    'Frau ',
    'Иванову ',
    'ООО «Мир»',
  ),
  fc.constantFrom(
    '12 Main Street',
    'SSN ',
    '618-12-1234',
    'born 1.2.1980',
    'K 2231',
    '[DATE_OF_BIRTH_1]',
    'LOCATION_1',
    'GmbH',
  ),
  fc.constantFrom(
    '[person',
    ' 1]',
    '_2',
    '[COMPANY-1]',
    'ul. Długa 5',
    'in Paris',
    "O'Brien",
    'van den ',
    'J. ',
    ' AG',
  ),
);

test('restore undoes redact exactly, in every script and with broken characters', () => {
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 14 }), (pieces) => {
      const text = pieces.join('');
      const redactor = createRedactor(KNOWN);
      expect(redactor.restore(redactor.redact(text))).toBe(text);
    }),
    { numRuns: 1_000 },
  );
});

test('entities are in order, apart, and what the redacted text stands for', () => {
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 14 }), (pieces) => {
      const text = pieces.join('');
      let end = 0;
      for (const entity of createRedactor(KNOWN).inspect(text).entities) {
        expect(entity.start).toBeGreaterThanOrEqual(end);
        expect(entity.end).toBeGreaterThan(entity.start);
        end = entity.end;
      }
      expect(end).toBeLessThanOrEqual(text.length);
    }),
  );
});

describe('half a megabyte ends, and comes back', () => {
  test.each([
    ['names', 'Anna Kowalska, Imogen '],
    ['unknown words', 'Xyzzy '],
    ['one word', 'A'],
    ['particles', 'van den '],
    ['legal forms', 'GmbH '],
    ['partners', 'Kuhn, Lind and '],
    ['streets', '12 Main '],
    ['Russian streets', 'ул. Ленина '],
    ['announcements', 'account number is '],
    ['fields', 'Name: '],
    ['farewells', 'regards,\n'],
    ['dates', '12.12.1980 '],
    ['spelled addresses', 'a at b dot '],
    ['hyphens', 'Anna-'],
    ['surrogates', '[PERSON_1] '],
    ['lone surrogates', '\ud800'],
    ['thousands of entities', 'bo@example.com, Anna Kowalska, 12 Main Street, +49 171 5550123; '],
  ])('%s', (_name, unit) => {
    const text = unit.repeat(Math.ceil(500_000 / unit.length));
    const redactor = createRedactor(KNOWN);
    expect(redactor.restore(redactor.redact(text)) === text).toBe(true);
  });
});

describe('lists', () => {
  const text = 'Ask Imogen Ravensworth at help@example.com or +49 30 5550 1234 about Fernbrook Ltd and Apollo.';

  test('what the knowledge base holds stays', () => {
    const keep = keepFrom(['Fernbrook Ltd makes Apollo, and answers at help@example.com and (030) 5550-1234.']);
    const redacted = createRedactor([], { keep }).redact(text);
    expect(redacted).toBe('Ask [PERSON_1] at help@example.com or +49 30 5550 1234 about Fernbrook Ltd and Apollo.');
  });

  test('people on record are replaced, even if an article names them', () => {
    const keep = keepFrom(['Anna Schmidt, anna@example.com, wrote this article.']);
    expect(createRedactor(KNOWN, { keep }).redact('Anna Schmidt, anna@example.com')).toBe('[PERSON_1], [EMAIL_1]');
  });

  test('what is allowed stays, what is denied goes', () => {
    const redactor = createRedactor([], { allow: ['imogen ravensworth', '+49 30 55501234'], deny: ['apollo', ' '] });
    expect(redactor.redact(text)).toBe(
      'Ask Imogen Ravensworth at [EMAIL_1] or +49 30 5550 1234 about [COMPANY_1] and [ACCOUNT_1].',
    );
  });

  test('strangers may be left alone', () => {
    expect(createRedactor([], { strangers: false }).redact('Imogen Ravensworth, a@b.example')).toBe(
      'Imogen Ravensworth, [EMAIL_1]',
    );
  });
});
