import { describe, expect, test } from 'vitest';
import { sourceOfArticle, sourceOfMacro } from './sources.ts';

describe('an article', () => {
  const article = {
    id: '5',
    title: 'Refunds',
    body: '<p>5 days</p>',
    locale: 'EN-us',
    html_url: 'https://a.example/5',
  };

  test('everybody may read is public', () => {
    expect(sourceOfArticle({ ...article, user_segment_id: null, user_segment_ids: [] })).toEqual({
      id: 'article:5',
      kind: 'article',
      title: 'Refunds',
      text: '5 days',
      locale: 'en-us',
      url: 'https://a.example/5',
      visibility: 'public',
    });
  });

  test.each([{ user_segment_id: '7' }, { user_segment_id: null, user_segment_ids: ['7', '8'] }])(
    'that only some may read is internal: %o',
    (segment) => {
      expect(sourceOfArticle({ ...article, ...segment })?.visibility).toBe('internal');
    },
  );

  test.each([{ draft: true }, { body: null }, { body: '<img src="a.png">' }])(
    'without published text is none: %o',
    (given) => {
      expect(sourceOfArticle({ ...article, ...given })).toBeUndefined();
    },
  );
});

describe('a macro', () => {
  const macroOf = (...actions: { field: string; value: unknown }[]) => ({ id: '6', title: 'Refund', actions });

  test.each([
    [
      'its text',
      [{ field: 'comment_value', value: ' Hi {{ticket.requester.first_name}} ' }],
      'Hi {{ticket.requester.first_name}}',
    ],
    ['its HTML', [{ field: 'comment_value_html', value: '<p>Hi</p><p>there</p>' }], 'Hi\n\nthere'],
    ['the text for a channel', [{ field: 'comment_value', value: ['channel:all', 'Hi'] }], 'Hi'],
    [
      'HTML when the text is empty',
      [
        { field: 'comment_value', value: '' },
        { field: 'comment_value_html', value: 'Hi' },
      ],
      'Hi',
    ],
  ])('gives %s', (_, actions, text) => {
    expect(sourceOfMacro(macroOf(...actions))).toEqual({
      id: 'macro:6',
      kind: 'macro',
      title: 'Refund',
      text,
      visibility: 'public',
    });
  });

  test.each([
    ['no comment', [{ field: 'current_tags', value: 'vip' }]],
    ['dynamic content only', [{ field: 'comment_value', value: '{{dc.refund}}\n{{dc.bye}}.' }]],
    ['a value of another kind', [{ field: 'comment_value', value: { text: 'Hi' } }]],
  ])('with %s is none', (_, actions) => {
    expect(sourceOfMacro(macroOf(...actions))).toBeUndefined();
  });

  test('that is switched off is none', () => {
    expect(sourceOfMacro({ ...macroOf({ field: 'comment_value', value: 'Hi' }), active: false })).toBeUndefined();
  });

  test('for notes is internal', () => {
    const actions = [
      { field: 'comment_value', value: 'Ask Ben' },
      { field: 'comment_mode_is_public', value: 'false' },
    ];
    expect(sourceOfMacro(macroOf(...actions))?.visibility).toBe('internal');
  });
});
