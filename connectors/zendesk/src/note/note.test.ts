import type { CheckedSentence, Draft, DraftCheck } from '@draftsmith/contracts';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { COMMENT_MAX_BYTES } from '../facts.ts';
import { textOfHtml } from '../html-text.ts';
import { noteHtml } from './note.ts';

const draft: Draft = {
  text: 'Hello Carla,\n\nit takes 5 days:\n- open the app\n- tap "Refund"\n\nBest regards',
  language: 'en',
  citations: [
    {
      sourceId: 'article:1',
      kind: 'article',
      title: 'Refunds & returns',
      url: 'https://acme.example/hc/1?a=1&b=2',
      visibility: 'public',
      excerpt: '5 days',
    },
    { sourceId: 'macro:2', kind: 'macro', title: 'Limits', visibility: 'internal', excerpt: '50' },
  ],
  provider: 'anthropic',
  model: 'claude-sonnet-5',
  modelWritten: true,
};

test('the draft first, then its sources, then who wrote it', () => {
  expect(noteHtml(draft, 'en')).toBe(
    '<p>Hello Carla,</p><p>it takes 5 days:</p><ul><li>open the app</li><li>tap "Refund"</li></ul><p>Best regards</p>' +
      '<hr /><p><strong>Sources</strong></p><ol>' +
      '<li><a href="https://acme.example/hc/1?a=1&amp;b=2">Refunds &amp; returns</a> (article, public)</li>' +
      '<li>Limits (macro, <strong>INTERNAL: do not quote it to the customer</strong>)</li></ol>' +
      '<p><em>Draft by claude-sonnet-5, check before sending.</em></p>',
  );
});

test('a draft that no model wrote says so', () => {
  const html = noteHtml({ ...draft, modelWritten: false, citations: [] }, 'en');
  expect(html).toContain('No model wrote this: composed from your own articles and macros');
  expect(html).not.toContain('claude');
  expect(html).not.toContain('Sources');
});

test('labels in Russian', () => {
  const html = noteHtml(draft, 'ru');
  expect(html).toContain('Источники');
  expect(html).toContain('ВНУТРЕННИЙ: не цитируйте клиенту');
  expect(html).toContain('проверьте перед отправкой');
});

test('what the customer sent along is listed as not looked at, between the sources and who wrote it', () => {
  const attachments = [
    { name: 'receipt {{ticket.id}}.pdf', contentType: 'application/pdf', bytes: 12_345 },
    { name: '<b>photo</b>.jpg', contentType: 'image/jpeg', bytes: 2_400_000 },
  ];
  expect(noteHtml(draft, 'en', attachments)).toContain(
    '</ol><p><strong>Attached by the customer</strong><br />Draftsmith has not looked into these files.</p>' +
      '<ul><li>receipt {\u200b{ticket.id}}.pdf (12 kB)</li><li>&lt;b&gt;photo&lt;/b&gt;.jpg (2.4 MB)</li></ul><p><em>Draft by',
  );
  expect(noteHtml(draft, 'ru', attachments)).toContain('photo&lt;/b&gt;.jpg (2,4 МБ)');
  const many = Array.from({ length: 25 }, () => attachments[0]!);
  expect(noteHtml(draft, 'en', many)).toContain('… and 5 more');
});

describe('a checked draft', () => {
  const text = 'Hi Carla,\n\nit takes 9 days.\n- Sale items stay.\n- You get a voucher.\n\nBest regards';
  const at = (part: string) => ({ start: text.indexOf(part), end: text.indexOf(part) + part.length });
  const policy = {
    sourceId: 'article:1',
    title: 'Refunds',
    url: 'https://acme.example/hc/1',
    visibility: 'public',
  } as const;
  const check: DraftCheck = {
    supported: 1,
    claims: 3,
    sentences: [
      { ...at('Hi Carla,'), verdict: 'no-claim' },
      {
        ...at('it takes 9 days.'),
        verdict: 'contradicted',
        claims: [{ kind: 'duration', ...at('9 days'), verdict: 'contradicted' }],
        evidence: { ...policy, quote: 'It takes 5 days.' },
      },
      {
        ...at('Sale items stay.'),
        verdict: 'supported',
        evidence: { ...policy, quote: 'Sale items cannot be returned.' },
      },
      {
        ...at('You get a voucher.'),
        verdict: 'unsupported',
        claims: [{ kind: 'promise', ...at('voucher'), verdict: 'unsupported' }],
      },
    ],
  };
  const checked = { ...draft, text, check };
  const html = noteHtml(checked, 'en');

  test('marks in the draft what no source supports, and nothing else', () => {
    expect(html).toContain('<p>Hi Carla,</p><p><strong>⚠1</strong> <em>it takes 9 days.</em></p>');
    expect(html).toContain(
      '<ul><li>Sale items stay.</li><li><strong>⚠2</strong> <em>You get a voucher.</em></li></ul>',
    );
    expect(html).toContain('<p>Best regards</p><hr />');
  });

  test('says how much is supported, then what to check and why', () => {
    const [, below = ''] = html.split('<hr />');
    expect(below).toContain(
      '<p><strong>⚠ 1 of 3 statements supported.</strong></p><p><strong>Check before sending</strong></p><ol>' +
        '<li><em>“it takes 9 days.”</em><br />A source says otherwise:<br /><a href="https://acme.example/hc/1">Refunds</a>: “It takes 5 days.”</li>' +
        '<li><em>“You get a voucher.”</em><br />In no source: “voucher”.</li></ol>',
    );
  });

  test('shows under each source the statements that rest on it', () => {
    expect(html).toContain(
      '(article, public)<ul><li>Sale items stay. ← “Sale items cannot be returned.”</li></ul></li>',
    );
  });

  test('a source that the model did not name, and the conversation, are listed as well', () => {
    const said = { sourceId: 'said-1', title: '', visibility: 'conversation', quote: 'My order is 7.' } as const;
    const sentences = [
      {
        ...at('it takes 9 days.'),
        verdict: 'supported',
        evidence: { ...policy, sourceId: 'article:9', quote: '9 days.' },
      },
      { ...at('Sale items stay.'), verdict: 'supported', evidence: said },
    ] as const;
    const other = noteHtml({ ...checked, check: { sentences, supported: 2, claims: 2 } }, 'en');
    expect(other).toContain('>Refunds</a> (public)<ul><li>it takes 9 days. ← “9 days.”</li></ul>');
    expect(other).toContain('<li>This conversation<ul><li>Sale items stay. ← “My order is 7.”</li></ul></li>');
    expect(other).toContain('<strong>✓ 2 of 2 statements supported.</strong>');
    expect(other).not.toContain('Check before sending</strong>');
  });

  test('sources that contradict each other are both quoted, and what a second model said is said', () => {
    const [, contradicted, , promised] = check.sentences;
    const sentences = [
      { ...contradicted!, agreeing: { ...policy, title: 'Old', quote: 'It takes 9 days.' } },
      { ...at('Sale items stay.'), verdict: 'supported', secondOpinion: 'supported' } as const,
      { ...promised!, secondOpinion: 'unsupported' } as const,
    ];
    const other = noteHtml({ ...checked, check: { ...check, sentences } }, 'en');
    expect(other).toMatch(/contradict each other:.*“It takes 5 days.”.*>Old<\/a>: “It takes 9 days.”/);
    expect(other).toContain('A second model finds no support either.');
    expect(other).toContain('“Sale items stay.”</em><br />No source says this word for word; a second model');
  });

  test.each([
    ['strike', 1, 'en', '1 sentence without a source was taken out.'],
    ['question', 3, 'en', '3 sentences without a source were turned into questions for you.'],
    ['strike', 2, 'ru', 'Убраны 2 предложения без источника.'],
    ['question', 21, 'ru', '21 предложение без источника превращено в вопрос к вам.'],
  ] as const)('says what the policy changed: %s %d in %s', (how, sentences, language, line) => {
    expect(noteHtml({ ...checked, check: { ...check, changed: { how, sentences } } }, language)).toContain(line);
  });

  test('in Russian, with the right genitive', () => {
    const count = (supported: number, claims: number) =>
      noteHtml({ ...checked, check: { sentences: [], supported, claims } }, 'ru');
    expect(count(20, 21)).toContain('Подтверждено 20 из 21 утверждения.');
    expect(count(15, 15)).toContain('✓ Подтверждено 15 из 15 утверждений.');
    expect(count(0, 0)).toContain('нечего сверять');
  });
});

/** Sentences anywhere in a text, in order, with claims and quotes of hostile kinds. */
const anyCheck = (text: string, hostile: string) =>
  fc.array(fc.tuple(fc.nat(text.length), fc.constantFrom('supported', 'unsupported', 'contradicted'))).map((cuts) => {
    const places = [...new Set(cuts.map(([place]) => place))].sort((a, b) => a - b);
    const evidence = {
      sourceId: hostile,
      title: hostile,
      url: `https://a.example/?${hostile}`,
      visibility: 'public',
      quote: hostile,
    } as const;
    const sentences = places.slice(1).map((end, i): CheckedSentence => {
      const [place, verdict] = [{ start: places[i] ?? 0, end }, cuts[i]?.[1] ?? 'supported'];
      return {
        ...place,
        verdict,
        evidence,
        agreeing: evidence,
        claims: [{ kind: 'name', ...place, verdict: 'unsupported' }],
      };
    });
    return { sentences, supported: 0, claims: sentences.length };
  });

describe('hostile text', () => {
  const withTitle = (title: string, url?: string): Draft => ({
    ...draft,
    citations: [
      { sourceId: 'a', kind: 'article', title, visibility: 'public', excerpt: '', ...(url !== undefined && { url }) },
    ],
  });

  test('no element of a draft, a title or a model name gets through', () => {
    const script = '<script>alert(1)</script><img src=x onerror=alert(1)>';
    const html = noteHtml({ ...withTitle(script), text: script, model: script }, 'en');
    expect(html).not.toMatch(/<(script|img)/);
    expect(textOfHtml(html)).toContain(script);
  });

  test.each([
    'javascript:alert(1)',
    'data:text/html,x',
    '//evil.example',
    'not a url',
    `https://a.example/${'x'.repeat(3_000)}`,
  ])('no link to %s', (url) => {
    expect(noteHtml(withTitle('Title', url), 'en')).not.toContain('href');
  });

  test('a quote in an address does not end the attribute', () => {
    const html = noteHtml(withTitle('T', 'https://a.example/?q="><script>'), 'en');
    expect(html).not.toContain('<script>');
    expect(html).toContain('>T</a>');
  });

  test('braces in an address leave it working', () => {
    expect(noteHtml(withTitle('T', 'https://a.example/?q={{x}}'), 'en')).toContain(
      'href="https://a.example/?q=%7B%7Bx%7D%7D"',
    );
  });

  test('nothing anywhere is a placeholder to Zendesk', () => {
    const liquid = fc.array(fc.constantFrom('{', '{{', '{%', '%', '}}', '%}', ' ', 'a', '&#123;', '<b>', '\n', '- '));
    fc.assert(
      fc.property(
        liquid.map((parts) => parts.join('')).chain((text) => fc.tuple(fc.constant(text), anyCheck(text, text))),
        ([text, check]) => {
          const html = noteHtml({ ...withTitle(text, `https://a.example/?${text}`), text, check, model: text }, 'en');
          expect(html).not.toMatch(/\{[{%]/);
          expect(textOfHtml(html)).not.toMatch(/\{[{%]/);
        },
      ),
    );
  });

  test('a note is always below the limit of Zendesk, and has its last line', () => {
    const text = fc.string({
      unit: fc.constantFrom('я', '<', '&', '"', '\n\n', '- ', '{{'),
      minLength: 5_000,
      maxLength: 90_000,
    });
    fc.assert(
      fc.property(
        text.chain((long) => fc.tuple(fc.constant(long), anyCheck(long, '&"'.repeat(900)))),
        ([long, check]) => {
          const citations = Array.from({ length: 60 }, () => ({
            ...withTitle('&'.repeat(900), `https://a.example/?${'&'.repeat(1_900)}`).citations[0]!,
          }));
          const html = noteHtml({ ...draft, text: long, check, citations }, 'ru');
          expect(Buffer.byteLength(html)).toBeLessThan(COMMENT_MAX_BYTES);
          expect(html).toContain('проверьте перед отправкой');
        },
      ),
      { numRuns: 20 },
    );
  });

  test('whatever is marked, no word of the draft is lost', () => {
    const words = fc
      .array(fc.constantFrom('word', 'you & me', '\n', '- ', '\ue000', '{{x}}'))
      .map((parts) => parts.join(' '));
    const plain = (html: string) => textOfHtml(html.split('<hr')[0] ?? '').replace(/⚠\d+|[\u200b\ufffd\ue000\s-]/g, '');
    fc.assert(
      fc.property(
        words.chain((text) => fc.tuple(fc.constant(text), anyCheck(text, 'x'))),
        ([text, check]) => {
          expect(plain(noteHtml({ ...draft, text, check }, 'en'))).toBe(plain(noteHtml({ ...draft, text }, 'en')));
        },
      ),
    );
  });

  test('a draft that does not fit ends between paragraphs and says so', () => {
    const html = noteHtml({ ...draft, text: `Start\n\n${'word '.repeat(200)}\n\n`.repeat(200) }, 'en');
    expect(html).toContain('The draft was too long for a note and ends here.');
    expect(html).toContain('<p>Start</p>');
  });
});
