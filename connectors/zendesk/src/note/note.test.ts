import type { Draft } from '@draftsmith/contracts';
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
      fc.property(liquid, (parts) => {
        const text = parts.join('');
        const html = noteHtml({ ...withTitle(text, `https://a.example/?${text}`), text, model: text }, 'en');
        expect(html).not.toMatch(/\{[{%]/);
        expect(textOfHtml(html)).not.toMatch(/\{[{%]/);
      }),
    );
  });

  test('a note is always below the limit of Zendesk, and has its last line', () => {
    const text = fc.string({
      unit: fc.constantFrom('я', '<', '&', '"', '\n\n', '- ', '{{'),
      minLength: 5_000,
      maxLength: 90_000,
    });
    fc.assert(
      fc.property(text, (long) => {
        const citations = Array.from({ length: 60 }, () => ({ ...withTitle('&'.repeat(900)).citations[0]! }));
        const html = noteHtml({ ...draft, text: long, citations }, 'ru');
        expect(Buffer.byteLength(html)).toBeLessThan(COMMENT_MAX_BYTES);
        expect(html).toContain('проверьте перед отправкой');
      }),
      { numRuns: 20 },
    );
  });

  test('a draft that does not fit ends between paragraphs and says so', () => {
    const html = noteHtml({ ...draft, text: `Start\n\n${'word '.repeat(200)}\n\n`.repeat(200) }, 'en');
    expect(html).toContain('The draft was too long for a note and ends here.');
    expect(html).toContain('<p>Start</p>');
  });
});
