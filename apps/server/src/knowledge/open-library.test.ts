import { expect, test } from 'vitest';
import { readServerSettings } from '../settings.ts';
import { createConfiguredEmbedder } from './open-library.ts';

const local = {
  DRAFTSMITH_EMBEDDINGS_URL: 'http://127.0.0.1:11434/v1',
  DRAFTSMITH_EMBEDDINGS_MODEL: 'bge-m3',
  DRAFTSMITH_EMBEDDINGS_DIMENSIONS: '1024',
};
const embedderWith = (raw: Record<string, string>) => createConfiguredEmbedder(readServerSettings(raw));

test('none without an address; one on this machine, or on a host that the admin names', () => {
  expect(embedderWith({})).toBeUndefined();
  expect(embedderWith({ ...local, DRAFTSMITH_EMBEDDINGS_LANGUAGES: 'en, de' })).toMatchObject({
    ...{ id: 'bge-m3', dimensions: 1024, languages: ['en', 'de'] },
  });
  const hosted = { ...local, DRAFTSMITH_EMBEDDINGS_URL: 'https://vectors.example/v1' };
  expect(embedderWith({ ...hosted, DRAFTSMITH_ALLOWED_HOSTS: 'vectors.example' })).toBeDefined();
});

test.each([
  [{ DRAFTSMITH_EMBEDDINGS_URL: 'https://vectors.example/v1' }, /as customers wrote them/],
  [{ DRAFTSMITH_EMBEDDINGS_MODEL: '' }, /expected both/],
  [{ DRAFTSMITH_EMBEDDINGS_DIMENSIONS: 'many' }, /DRAFTSMITH_EMBEDDINGS_DIMENSIONS/],
])('%o is refused', (change, message) => {
  expect(() => embedderWith({ ...local, ...change })).toThrow(message);
});
