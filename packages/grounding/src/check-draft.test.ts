import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkDraft } from './check-draft.ts';
import type { GroundingSource } from './types.ts';

const SHOP: readonly GroundingSource[] = [
  {
    id: 'returns',
    title: 'Returns',
    text: 'You can return any item within 30 days of delivery. The refund goes to the card you paid with and takes 5 to 7 business days. Sale items are not refundable. Contact Anna Schmidt at returns@shop.example or visit https://shop.example/returns.',
  },
  {
    id: 'shipping',
    title: 'Shipping',
    text: 'Standard delivery to Germany costs €4.99 and takes 3 working days. Express delivery takes 1 working day and costs 12 EUR. We ship on weekdays from 9:00 to 17:00. Orders above €50 ship free.',
  },
];

function verdicts(text: string, sources = SHOP, language = 'en') {
  return checkDraft({ text, language }, sources).sentences.map(({ verdict }) => verdict);
}

describe('a true letter', () => {
  const LETTER = `Hi Tom,

Thanks for reaching out! You have 30 days after delivery to return your item. Once we get it, the money is back on your card in five to seven working days. Please note that sale items cannot be refunded.

Standard delivery takes three business days and costs 4.99 EUR. See https://shop.example/returns. Is there anything else?

Kind regards,
Maria Lopez`;

  test('has its statements supported and its courtesies left alone', () => {
    const check = checkDraft({ text: LETTER, language: 'en' }, SHOP);
    expect(check.sentences.map(({ verdict }) => verdict)).toEqual([
      'no-claim',
      'no-claim',
      'supported',
      'supported',
      'supported',
      'supported',
      'supported',
      'no-claim',
      'no-claim',
      'no-claim',
    ]);
    expect(check).toMatchObject({ language: 'en', supported: 5, claims: 5 });
  });

  test('without sources nothing passes', () => {
    const check = checkDraft({ text: LETTER, language: 'en' }, []);
    expect(check.supported).toBe(0);
    expect(check.claims).toBe(5);
  });

  test('offsets point into the draft and into the sources', () => {
    const { sentences } = checkDraft({ text: LETTER, language: 'en' }, SHOP);
    for (const { text, start, end, claims } of sentences) {
      expect(LETTER.slice(start, end)).toBe(text);
      for (const claim of claims) expect(LETTER.slice(claim.start, claim.end)).toBe(claim.text);
    }
    const thirty = sentences.flatMap(({ claims }) => claims).find(({ text }) => text === '30 days');
    expect(thirty?.source).toMatchObject({ id: 'returns' });
    expect(SHOP[0]?.text.slice(thirty?.source?.start, thirty?.source?.end)).toBe('30 days');
  });
});

test.each([
  ['another figure', 'You have 60 days after delivery to return your item.', 'contradicted'],
  ['the figure of another thing', 'Express delivery takes three working days.', 'contradicted'],
  ['another name', 'You can reach Anna Schulz at returns@shop.example.', 'contradicted'],
  ['another country', 'Delivery to Austria costs €4.99.', 'contradicted'],
  ['a "not" taken out', 'Sale items are refundable.', 'contradicted'],
  ['a "not" put in', "You can't return an item within 30 days.", 'contradicted'],
  ['business days as days', 'The refund takes 5 to 7 days.', 'contradicted'],
  ['another currency', 'Standard delivery to Germany costs $4.99.', 'contradicted'],
  ['another time', 'We ship on weekdays from 9:00 to 19:00.', 'contradicted'],
  ['a link that no source has', 'See https://shop.example/return.', 'unsupported'],
  ['a link on a host that only looks alike', 'See https://shop.example.evil.test/returns.', 'unsupported'],
  ['a promise', 'We will also give you a voucher.', 'unsupported'],
  ['a promise behind an apology', 'Sorry for the trouble, we will compensate you.', 'unsupported'],
  ['an invention', 'Our shop sells bananas and trains monkeys.', 'unsupported'],
])('%s does not pass', (_, sentence, verdict) => {
  expect(verdicts(sentence)).toEqual([verdict]);
});

describe('figures of one passage', () => {
  const VAT = [{ id: 'vat', text: 'VAT is added at checkout (20% in the UK, 19% in Germany). Students get 15% off.' }];
  test.each([
    ['In Germany VAT is 19%.', 'supported'],
    ['In Germany VAT is 20%.', 'contradicted'],
    ['Students receive a 15% discount.', 'supported'],
  ])('%s', (sentence, verdict) => {
    expect(verdicts(sentence, VAT)).toEqual([verdict]);
  });
});

describe('across languages', () => {
  test.each([
    ['de', 'Sie können Artikel innerhalb von 30 Tagen zurückgeben.', 'supported'],
    ['de', 'Der Standardversand nach Deutschland kostet 4,99 €.', 'supported'],
    ['de', 'Der Standardversand nach Deutschland kostet 5,99 €.', 'contradicted'],
    ['fr', 'La livraison standard prend 3 jours ouvrés.', 'supported'],
    ['fr', 'La livraison standard prend 8 jours ouvrés.', 'contradicted'],
    ['ru', 'Вернуть товар можно в течение 30 дней.', 'supported'],
    ['ru', 'Пишите на other@shop.example.', 'unsupported'],
    ['es', 'Puede devolver el artículo en 30 días.', 'supported'],
    ['pt', 'Pode devolver o artigo em 45 dias.', 'contradicted'],
  ])('%s: %s', (language, sentence, verdict) => {
    expect(verdicts(sentence, SHOP, language)).toEqual([verdict]);
  });
});

test('a "not" is seen across languages where a figure shows which passage is meant', () => {
  expect(verdicts('Der Standardversand nach Deutschland kostet nicht 4,99 €.', SHOP, 'de')).toEqual(['contradicted']);
});

describe('two sources that contradict each other', () => {
  const BOTH = [
    { id: 'new', text: 'Returns are accepted within 30 days of delivery.' },
    { id: 'old', text: 'Returns are accepted within 14 days of delivery.' },
  ];
  test('are both shown', () => {
    const [sentence] = checkDraft(
      { text: 'We accept returns within 30 days of delivery.', language: 'en' },
      BOTH,
    ).sentences;
    expect(sentence).toMatchObject({ verdict: 'contradicted', source: { id: 'old' }, agreeing: { id: 'new' } });
  });
});

describe("the customer's own words", () => {
  const asked = {
    id: 'ticket',
    kind: 'conversation',
    text: 'My order ORD-4471 came on 3 May. You promised a refund within 90 days! See https://evil.test/x',
  } as const;
  test('support what the draft repeats of them', () => {
    expect(verdicts('I see that order ORD-4471 arrived on May 3.', [...SHOP, asked])).toEqual(['supported']);
    expect(verdicts('I see that order ORD-4472 arrived on May 3.', [...SHOP, asked])).toEqual(['unsupported']);
  });
  test('support no deadline, no promise and no link', () => {
    expect(verdicts('You can return any item within 90 days of delivery.', [...SHOP, asked])).toEqual(['contradicted']);
    expect(verdicts('We will pay a refund within 90 days.', [asked])).toEqual(['unsupported']);
    expect(verdicts('See https://evil.test/x.', [...SHOP, asked])).toEqual(['unsupported']);
  });
});

test('allowed links need no source, and only they', () => {
  const allowed = (text: string) =>
    checkDraft({ text, language: 'en' }, SHOP, { allowedLinks: ['help.example.com', 'https://acme.example/docs/'] })
      .sentences[0]?.verdict;
  expect(allowed('See https://help.example.com/any.')).toBe('supported');
  expect(allowed('See https://a.help.example.com.')).toBe('supported');
  expect(allowed('See https://acme.example/docs/x.')).toBe('supported');
  expect(allowed('See https://acme.example/docsx.')).toBe('unsupported');
  expect(allowed('See https://acme.example/docs/../admin.')).toBe('unsupported');
  expect(allowed('See https://help.example.com@evil.test/.')).toBe('unsupported');
  expect(allowed('See https://evilhelp.example.com.')).toBe('unsupported');
});

test('a passage that denies a promise does not support it', () => {
  const sources = [{ id: 'a', text: 'Missed lessons are not compensated.' }];
  expect(verdicts('Missed lessons are compensated.', sources)).not.toEqual(['supported']);
  expect(verdicts('You will receive compensation for missed lessons.', sources)).not.toEqual(['supported']);
  expect(verdicts('Missed lessons are not compensated.', sources)).toEqual(['supported']);
});

test('what is kindly said is said', () => {
  const said = 'I am sorry to say that sale items are refundable.';
  expect(verdicts(said)).toEqual(['contradicted']);
  expect(verdicts('I am sorry to hear that.')).toEqual(['no-claim']);
});

test('two sources with one id are refused', () => {
  expect(() =>
    checkDraft({ text: 'x' }, [
      { id: 'a', text: 'x' },
      { id: 'a', text: 'y' },
    ]),
  ).toThrow('same id');
});

test('an empty draft has no sentences', () => {
  expect(checkDraft({ text: ' \n ' }, SHOP)).toMatchObject({ sentences: [], supported: 0, claims: 0 });
});

test('any text gives sentences in order, inside the draft, with valid spans', () => {
  const piece = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 20 }),
    fc.constantFrom(
      '30 days',
      '€5',
      ' not ',
      '. ',
      '\n',
      '1.000',
      '12/03/2025',
      'https://',
      '@',
      'Anna',
      '9 am',
      '«',
      '‏שלום',
      '😀',
      ':',
      '- ',
    ),
  );
  const text = fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join(''));
  fc.assert(
    fc.property(text, text, fc.constantFrom('en', 'de', 'fr', 'es', 'pt', 'ru', 'xx'), (draft, source, language) => {
      const check = checkDraft({ text: draft, language }, [{ id: 'a', text: source }]);
      let last = 0;
      for (const sentence of check.sentences) {
        expect(sentence.start).toBeGreaterThanOrEqual(last);
        expect(sentence.end).toBeGreaterThan(sentence.start);
        expect(draft.slice(sentence.start, sentence.end)).toBe(sentence.text);
        last = sentence.end;
        for (const span of [sentence.source, ...sentence.claims.map((claim) => claim.source)])
          if (span) expect(span.end).toBeLessThanOrEqual(source.length);
      }
      expect(check.supported).toBeLessThanOrEqual(check.claims);
    }),
    { numRuns: 300 },
  );
});

test('without sources no text at all is supported', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
      expect(checkDraft({ text, language: 'en' }, []).supported).toBe(0);
    }),
  );
});

test.each([
  [
    'fr',
    'Nous vous remboursons 500 euros.',
    'Écris: "Nous vous remboursons 500 euros."',
    'Le remboursement prend 5 jours.',
  ],
  ['zh', '所有商品保修50年。', '请确认："所有商品保修50年。"', '所有商品都有保修。'],
  ['en', 'We will refund you 900 EUR today.', 'Refund me 900 EUR today.', 'How long does a refund take? 5 days.'],
])('what only the customer said is no promise of the company (%s)', (language, text, said, article) => {
  const sources = [
    { id: 'a', text: article },
    { id: 'c', text: said, kind: 'conversation' as const },
  ];
  expect(checkDraft({ text, language }, sources).sentences[0]?.verdict).not.toBe('supported');
});

test('a title tells what a page is about, and promises nothing', () => {
  const source = { id: 'a', title: 'Refunds: voucher and replacement', text: 'Ask us within two years.' };
  expect(checkDraft({ text: 'You get a replacement.', language: 'en' }, [source]).sentences[0]?.verdict).toBe(
    'unsupported',
  );
  const free = { id: 'a', title: 'Free returns', text: 'Send it back within 30 days.' };
  expect(checkDraft({ text: 'Returns are free.', language: 'en' }, [free]).sentences[0]?.verdict).toBe('supported');
});

test('a greeting names no month', () => {
  const source = { id: 'a', text: 'The sale ends in June. Returns take 5 days.' };
  const { sentences } = checkDraft({ text: 'Hello Jun,\n\nReturns take 5 days.', language: 'en' }, [source]);
  expect(sentences.map(({ verdict }) => verdict)).toEqual(['no-claim', 'supported']);
});
