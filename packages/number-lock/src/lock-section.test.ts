import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { lockSection, unboundWords } from './lock-section.ts';
import { readSlots } from './slots/read-slots.ts';
import { aFact, FACTS, termsWith } from './testing.ts';

function lock(text: string, sources: readonly string[] = [], over: Parameters<typeof termsWith>[0] = {}) {
  return lockSection({ kind: 'solution', paragraphs: [{ text, sources }] }, termsWith(over));
}

const codes = (text: string, sources: readonly string[] = [], over = {}) =>
  lock(text, sources, over).findings.map(({ code }) => code);

describe('refuses', () => {
  test.each([
    ['We add twelve screens.', 'number'],
    ['We add ٣ screens.', 'number'],
    ['We add XII screens.', 'number'],
    ['We add zwanzig screens.', 'number'],
    ['It costs 500 euros.', 'money'],
    ['You gain ten percent.', 'percent'],
    ['It ends on 3 May.', 'date'],
    ['It ends next Friday.', 'date'],
    ['It takes a few weeks.', 'duration'],
    ['Training is free of charge.', 'promise'],
    ['You get a discount.', 'promise'],
    ['Zorblatt Industries agreed.', 'name'],
    ['Write to deals@zorblatt.example.', 'contact'],
    ['You pay {{total.secret}}.', 'unknown-slot'],
    ['You pay 1{{total.once.net}}.', 'altered-slot'],
    ['You pay about {{total.once.net}}.', 'altered-slot'],
    ['{{item.1.name}} costs {{item.2.price}}.', 'altered-slot'],
    ['We add\u200b screens.', 'disguise'],
    ['We add &#53; screens.', 'disguise'],
  ])('%s (%s)', (text, code) => {
    expect(codes(text)).toContain(code);
    expect(lock(text).paragraphs).toEqual([]);
  });
});

describe('refuses a true figure beside a wrong meaning', () => {
  test.each([
    'The price per user is {{total.once.net}}.',
    'The price of one portal is {{total.once.net}}.',
    'Per user, the total is {{total.once.net}}.',
    'You save {{total.once.net}}.',
    'You get {{total.once.net}} back.',
    'VAT is included in {{total.once.net}}.',
    'You get {{item.1.quantity}} sites connected.',
    'You get {{item.1.quantity}} of your sites connected.',
  ])('%s', (text) => {
    expect(codes(text)).toEqual(['altered-slot']);
    expect(lock(text).paragraphs).toEqual([]);
  });

  test.each([
    'You save {{total.month.discount}} per month.',
    'It saves your planners work and costs {{total.once.net}}.',
    'You get {{item.1.quantity}} pilots for {{item.1.quantity}} users.',
    'Each site gets a portal, and the total is {{total.once.net}}.',
  ])('but not: %s', (text) => {
    expect(codes(text)).toEqual([]);
  });

  it('speaks of a tax that a fact holds', () => {
    const facts = [...FACTS, aFact('total.once.tax', 'money', '976.60')];
    expect(codes('VAT is included in {{total.once.net}}.', [], { facts })).toEqual([]);
  });
});

describe('refuses what words promise only together', () => {
  test.each([
    ['en', 'You can cancel whenever you like.'],
    ['en', 'We match any lower offer.'],
    ['en', 'The price will never rise.'],
    ['de', 'Der Preis steigt nie.'],
    ['fr', 'Vous pouvez résilier à tout moment.'],
    ['es', 'El precio no cambiará.'],
    ['pt', 'O preço nunca vai subir.'],
    ['ru', 'Цена никогда не вырастет.'],
  ])('%s: %s', (locale, text) => {
    expect(codes(text, [], { locale })).toEqual(['promise']);
  });

  it('but not "at any time" by itself', () => {
    expect(codes('Call us at any time about the price, and we change the scope.')).toEqual([]);
  });
});

test.each(['Hier beginnt es.', 'Wir sehen hier Bedarf.', 'Es liegt in Ihren Händen.', 'Wir schlagen Folgendes vor:'])(
  'German is no French and no name: %s',
  (text) => {
    expect(codes(text, [], { locale: 'de' })).toEqual([]);
  },
);

describe('lets pass', () => {
  test.each([
    'One of the reasons is the first step of the second phase.',
    'You pay {{total.month.gross}} per month.',
    'The discount of {{total.month.discount}} is already taken off.',
    'The offer is valid until {{proposal.valid_until}}.',
    'We roll out Pilot 24 for Anna Sokolova of Harbor & Pine.',
    'Each of {{item.1.quantity}} users pays {{item.1.price}} per user.',
  ])('%s', (text) => {
    expect(lock(text).findings).toEqual([]);
  });

  it('a company’s own words, and nothing longer', () => {
    const own = { allowed: ['ISO 27001'] };
    expect(codes('We follow ISO 27001.', [], own)).toEqual([]);
    expect(codes('We follow ISO 270012.', [], own)).not.toEqual([]);
    expect(codes('We follow 27001 rules.', [], own)).not.toEqual([]);
  });

  it('a Russian name in any case', () => {
    expect(codes('Пишите Марине Соколовой.', [], { locale: 'ru' })).toEqual([]);
    expect(codes('Пишите Марине Петровой.', [], { locale: 'ru' })).toEqual(['name']);
  });
});

describe('what an activity says', () => {
  it('may be repeated as a plain count by who cites it', () => {
    expect(codes('You run 12 warehouses.', ['note:1'])).toEqual([]);
    expect(codes('You run twelve warehouses.', ['note:1'])).toEqual([]);
    expect(codes('You run 12 warehouses.')).toEqual(['number']);
  });

  test.each([
    'You run 13 warehouses.',
    'You run 12 ships.',
    'You run 12 thousand warehouses.',
    'You run over 12 warehouses.',
  ])('but not otherwise: %s', (text) => {
    expect(codes(text, ['note:1'])).not.toEqual([]);
  });

  it('is no source of money or time', () => {
    expect(codes('It costs 500 euros.', ['note:1'])).toEqual(['money']);
    expect(codes('It takes 3 days.', ['note:1'])).toEqual(['duration']);
  });

  it('is no source of how many are sold', () => {
    const sources = [{ id: 'note:1', text: 'We want 12 portals.' }];
    expect(codes('You get 12 portals.', ['note:1'], { sources })).toEqual(['number']);
  });

  it('names people to who cites it', () => {
    expect(codes('As Mr Hollis asked, Rotterdam stays.', ['note:1'])).toEqual([]);
    expect(codes('As Mr Hollis asked, Rotterdam stays.')).toEqual(['name', 'name']);
  });

  it('does not exist because somebody cites it', () => {
    expect(lock('Nothing changes.', ['note:9']).paragraphs).toEqual([{ text: 'Nothing changes.', sources: [] }]);
  });
});

it('takes out sentences and leaves the others as they are', () => {
  const { paragraphs, refused, findings } = lock(
    'You pay {{total.once.net}}. That is 10 % less. Nothing else changes, e.g. for your team.',
  );
  expect(paragraphs[0]?.text).toBe('You pay {{total.once.net}}. Nothing else changes, e.g. for your team.');
  expect(refused.percent).toBe(1);
  expect(findings[0]).toMatchObject({ paragraph: 0, code: 'percent', text: '10 %', start: 36, end: 40 });
});

it('names what a person typed with its place', () => {
  const text = 'We start in June with Zorblatt.';
  const found = unboundWords(text, termsWith());
  expect(found.map(({ code }) => code)).toEqual(['date', 'name']);
  for (const { start, end, text: words } of found) expect(text.slice(start, end)).toBe(words);
});

describe('whatever a model writes', () => {
  const pieces = fc.oneof(
    fc.constantFrom(
      '{{',
      '}}',
      '{{total.once.net}}',
      '{{customer.name}}',
      '12',
      ' per month',
      '. ',
      ' and ',
      'zwei',
      '-',
      '%',
    ),
    fc.string({ unit: 'binary', maxLength: 6 }),
    fc.lorem({ maxCount: 4 }),
  );
  const texts = fc.array(pieces, { maxLength: 12 }).map((parts) => parts.join(' ').replaceAll('  ', ' '));
  const locales = fc.constantFrom('en', 'ru', 'de', 'fr', 'es', 'pt', 'pt-BR', 'nl');

  it('no digit is left outside slots, and locking again finds nothing', () => {
    fc.assert(
      fc.property(texts, locales, (text, locale) => {
        for (const { text: left } of lock(text, [], { locale }).paragraphs) {
          const prose = readSlots(left).reduceRight(
            (rest, { start, end }) => rest.slice(0, start) + rest.slice(end),
            left,
          );
          expect(prose.replaceAll('Pilot 24', '')).not.toMatch(/[\p{N}%{}\p{Sc}]/u);
          expect(lock(left, [], { locale }).findings).toEqual([]);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('findings lie in the text and in order', () => {
    fc.assert(
      fc.property(texts, locales, (text, locale) => {
        let last = 0;
        for (const { start, end, text: words } of lock(text, [], { locale }).findings) {
          expect(text.slice(start, end)).toBe(words);
          expect(end).toBeGreaterThan(last);
          last = end;
        }
      }),
      { numRuns: 200 },
    );
  });

  it('a text without an end is read to its end', () => {
    expect(lock('a'.repeat(200_000)).paragraphs).toHaveLength(1);
    expect(lock('{{total.once.net}} '.repeat(3_000)).paragraphs).toEqual([]);
  });
});
