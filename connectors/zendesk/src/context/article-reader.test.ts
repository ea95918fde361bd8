import { expect, test } from 'vitest';
import type { ApiArticle } from '../client/schemas.ts';
import { createArticleReader } from './article-reader.ts';

const article: ApiArticle = { id: '1', locale: 'en-us', title: 'Refunds', body: '<p>Five days.</p>', draft: false };

test('the same article is read once; a changed text, visibility or locale is read anew', () => {
  const read = createArticleReader();
  const first = read(article);
  expect(first).toMatchObject({ id: 'article:1', text: 'Five days.', visibility: 'public' });
  expect(read({ ...article })).toBe(first);
  expect(read({ ...article, body: '<p>Six days.</p>' })).toMatchObject({ text: 'Six days.' });
  expect(read({ ...article, user_segment_id: '9' })).toMatchObject({ visibility: 'internal' });
  expect(read({ ...article, user_segment_ids: ['9'] })).toMatchObject({ visibility: 'internal' });
  expect(read({ ...article, locale: 'ru' })).toMatchObject({ locale: 'ru' });
  expect(read({ ...article, draft: true })).toBeUndefined();
});
