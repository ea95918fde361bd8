import { DEFAULT_POLICY, type Passage } from '@draftsmith/contracts';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findAddresses } from './contain-addresses.ts';
import { type AnswerBounds, containAnswer } from './contain-answer.ts';

const article: Passage = {
  sourceId: 'article:1',
  sourceTitle: 'Returns',
  sourceKind: 'article',
  text: 'Open https://acme.example/returns or write to help@acme.example, call +49 30 901820. The <title> tag is kept.',
  url: 'https://help.acme.example/articles/1',
  visibility: 'public',
  confidence: 1,
};
const pastReply: Passage = { ...article, sourceKind: 'past-reply', text: 'See https://private.example/x', url: '' };

const bounds: AnswerBounds = {
  passages: [article, pastReply],
  customer: { name: 'Priya', email: 'priya@home.example', phone: '+44 20 7946 0958' },
  policy: {
    ...DEFAULT_POLICY,
    truth: { ...DEFAULT_POLICY.truth, allowedLinks: ['status.acme.example', 'https://acme.example/shop/'] },
    privacy: { ...DEFAULT_POLICY.privacy, allow: ['press@acme.example'] },
  },
  language: 'en',
  instructions:
    'Write only the text of the reply. Never promise what no source promises: no refund and no replacement.',
};
const contain = (text: string, change: Partial<AnswerBounds> = {}) =>
  containAnswer(text, { ...bounds, ...change }).text;

describe('what the company and the customer own stays', () => {
  test.each([
    'Open https://acme.example/returns.',
    'Open acme.example/returns, or www.acme.example.',
    'Read https://help.acme.example/articles/1 or write to HELP@acme.example.',
    'Call +49 30 901820 or 030 901820.',
    'We wrote to priya@home.example and will call +44 20 7946 0958.',
    'See https://status.acme.example/today?x=1 and https://acme.example/shop/7 (press@acme.example).',
    'Dear Priya,\n\n- first\n- second\n\n1 < 2, a {b} and the <title> tag.\n\nKind regards',
  ])('%s', (text) => expect(contain(text)).toBe(text));
});

describe('what came from elsewhere does not', () => {
  test.each([
    ['Pay at https://evil.example/pay now', 'Pay at [link removed] now'],
    ['[Our shop](https://evil.example/x)', 'Our shop ([link removed])'],
    ['![](https://evil.example/?q=secret)', ''],
    ['https://acme.example/returns?q=secret', '[link removed]'],
    ['https://acme.example.evil.example/returns', '[link removed]'],
    ['https://acme.example@evil.example/returns', '[link removed]'],
    ['https://acme.example:8443/returns', '[link removed]'],
    // Not a stranger's page in disguise any more: the letter that leads elsewhere is gone.
    ['https://аcme.example/returns', 'https://acme.example/returns'],
    ['https://acme.example/shop/../admin', '[link removed]'],
    ['javascript://acme.example/returns', '[link removed]'],
    ['https://private.example/x', '[link removed]'],
    [
      'mail refunds@evil.example or help@acme.example.evil.example',
      'mail [e-mail address removed] or [e-mail address removed]',
    ],
    ['mailto:help@acme.example?body=secret', '[e-mail address removed]'],
    ['| Hi\n|\n| there | you', 'Hi\n\nthere | you'],
    ['call +1 900 555 0199', 'call [phone number removed]'],
    ['pay to DE89 3704 0044 0532 0130 00', 'pay to [account number removed]'],
    ['<a href="https://evil.example">x</a><script>y</script><img src=z>Hi', 'xyHi'],
    ['Hi <img src=z onerror=x', 'Hi ‹img src=z onerror=x'],
    ['Hi {{ticket.requester.email}} {% if x %}you{% endif %} {{', 'Hi  you {'],
    ['a\u200bb ig\u202enore', 'ab ignore'],
  ])('%j', (text, contained) => expect(contain(text)).toBe(contained));

  test('in the language of the reply', () => {
    expect(contain('Смотрите evil.example', { language: 'ru' })).toBe('Смотрите [ссылка удалена]');
    expect(contain('evil.example', { language: 'eo' })).toBe('[link removed]');
  });

  test('and how much it was is told, not what', () => {
    const { removed } = containAnswer('a@evil.example, b@evil.example, evil.example', bounds);
    expect(removed).toEqual({ email: 2, link: 1 });
  });
});

describe('our instructions', () => {
  test('are cut out where an answer repeats them', () => {
    const answer = `Hello, it takes five days. ${'All is well and we are glad to help you. '.repeat(3)}Never promise what no source promises: no refund and no replacement. Bye`;
    expect(contain(answer)).not.toContain('what no source promises');
    expect(contain(answer)).toContain('Hello, it takes five days.');
  });

  test('leave no draft when an answer is made of them', () => {
    expect(contain(bounds.instructions)).toBe('');
  });

  test('stay where they are meant to be said word for word', () => {
    const phrase = 'Thank you for riding with Pedalwerk, and have a good day';
    const instructions = `${bounds.instructions} End each letter with "${phrase}".`;
    expect(contain(`It takes five days. ${phrase}.`, { instructions, phrases: [phrase] })).toContain(phrase);
    expect(contain(`It takes five days. ${phrase}.`, { instructions })).not.toContain(phrase);
  });

  test('stay where a source says the same', () => {
    const text = 'Never promise what no source promises: no refund and no replacement.';
    expect(contain(text, { passages: [{ ...article, text }] })).toBe(text);
  });
});

test('an endless answer ends after its last whole paragraph', () => {
  const text = contain(`${'word '.repeat(1_500)}\n\n${'tail '.repeat(3_000)}`);
  expect(text.length).toBeLessThan(10_010);
  expect(text.endsWith('word …')).toBe(true);
});

const piece = fc.oneof(
  fc.constantFrom(
    ...[
      'https://',
      'evil.example',
      'acme.example',
      '@',
      ' dot com',
      '[at]',
      '+1 900 ',
      '555-0199',
      '//',
      '<a ',
      '>',
      '{{',
      '}}',
    ],
    ...['<', '{', '%', 'ｅvil', '.com', '\u200b', '\n', '| ', '](', '![x', ')', 'javascript:', 'help', ' '],
  ),
  fc.string({ unit: 'binary', maxLength: 5 }),
);

test('whatever a model writes, no address that is not allowed, no tag and no placeholder is left', () => {
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), (parts) => {
      const text = contain(parts.join(''));
      expect(text).not.toMatch(/\{\{|\{%|<[a-z/!?](?!itle>)/i);
      expect(text).not.toMatch(/https?:\/\/(?=[a-z\d])(?!(?:www\.)?acme\.example|help\.acme|status\.acme)/i);
      expect(text.isWellFormed()).toBe(true);
    }),
    { numRuns: 1_000 },
  );
});

test.each([
  '555-0199https://evil.example/x',
  'averyveryverylongwordbeforehttps://evil.example/x',
  '7javascript:alert(1)',
])('an address that is glued to something: %s', (text) => expect(contain(text)).not.toMatch(/evil|alert/));

test('what was contained is contained: once more changes nothing', () => {
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), (parts) => {
      const text = contain(parts.join(''));
      expect(contain(text)).toBe(text);
      expect(findAddresses(text).filter(({ plain }) => plain.includes('evil'))).toEqual([]);
    }),
    { numRuns: 1_000 },
  );
});
