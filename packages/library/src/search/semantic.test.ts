import type { Database } from '@draftsmith/database';
import { libraryVectors } from '@draftsmith/database/schema';
import { openTestDatabase, testBackends } from '@draftsmith/database/testing';
import { AppError } from '@draftsmith/errors';
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Embedder } from '../embed/embedder.ts';
import { bytesOf, embedPassages, vectorOf } from '../embed/vectors.ts';
import { forgetLibrary } from '../store/forget.ts';
import { storePage } from '../store/store-page.ts';
import { article } from '../testing.ts';
import { createLibrarySearch } from './create-library-search.ts';

const ACME = { connector: 'zendesk', account: 'acme' };
const SUBJECTS = [/money|refund|reimburse|cash/i, /parcel|ship|courier|box/i];

/** A model that knows two subjects and counts how often it is asked. */
function createModel(languages?: string[]) {
  const model = { texts: 0, broken: false };
  const embedder: Embedder = {
    id: 'two-subjects',
    dimensions: 2,
    ...(languages && { languages }),
    async embed(texts) {
      if (model.broken) throw new AppError('unavailable', 'The model is away');
      model.texts += texts.length;
      return texts.map((text) => Float32Array.from(SUBJECTS, (subject) => (subject.test(text) ? 1 : 0.1)));
    },
  };
  return { embedder, model };
}

test('a vector is the same after storage', () => {
  fc.assert(
    fc.property(fc.float32Array({ noNaN: true }), (vector) => {
      expect(vectorOf(bytesOf(vector))).toEqual(vector);
    }),
  );
});

describe.each(testBackends)('on %s', (backend) => {
  let database: Database;
  beforeAll(async () => {
    database = await openTestDatabase(backend);
  });
  beforeEach(async () => {
    await forgetLibrary(database.orm, ACME);
    const documents = [
      article('refund', 'Refunds', 'You are paid within five days.'),
      article('ship', 'Parcels', 'They arrive within a week.'),
      article('ru', 'Возврат', 'Мы вернём деньги.', { locale: 'ru' }),
    ];
    await storePage(database.orm, { ...ACME, kind: 'article', listing: 1 }, { documents, removed: [] });
  });
  afterAll(() => database.close());

  const signal = new AbortController().signal;
  const find = async (embedder: Embedder, failures: unknown[] = [], language = 'en', question = 'cash') => {
    const library = createLibrarySearch(database.orm, { embedder, onFailure: (error) => failures.push(error) });
    const asked = { ...ACME, language, visibility: 'all', limit: 1 } as const;
    return (await library.search([question], asked)).map(({ sourceId }) => sourceId);
  };

  test('a passage that shares no word with the question is found by its meaning', async () => {
    const { embedder, model } = createModel();
    expect(await embedPassages(database.orm, ACME, embedder, { signal })).toBe(3);
    expect(await find(embedder)).toEqual(['refund']);
    expect(
      await createLibrarySearch(database.orm).search(['cash'], {
        ...ACME,
        language: 'en',
        visibility: 'all',
        limit: 1,
      }),
    ).toEqual([]);
    model.texts = 0;
    expect(await embedPassages(database.orm, ACME, embedder, { signal })).toBe(0);
    expect(model.texts).toBe(0);
  });

  test('a changed passage is embedded anew, and its old vector is gone', async () => {
    const { embedder } = createModel();
    await embedPassages(database.orm, ACME, embedder, { signal });
    const documents = [article('refund', 'Refunds', 'You are paid within ten days.')];
    await storePage(database.orm, { ...ACME, kind: 'article', listing: 1 }, { documents, removed: [] });
    expect(await embedPassages(database.orm, ACME, embedder, { signal })).toBe(1);
    expect(await database.orm.select({ id: libraryVectors.passageId }).from(libraryVectors)).toHaveLength(3);
    expect(await find(embedder)).toEqual(['refund']);
  });

  test('a model is asked in its languages only', async () => {
    const { embedder, model } = createModel(['en']);
    expect(await embedPassages(database.orm, ACME, embedder, { signal })).toBe(2);
    model.texts = 0;
    await find(embedder, [], 'ru', 'деньги');
    expect(model.texts).toBe(0);
  });

  test('a model that is away costs no search its answer', async () => {
    const { embedder, model } = createModel();
    await embedPassages(database.orm, ACME, embedder, { signal });
    model.broken = true;
    const failures: unknown[] = [];
    expect(await find(embedder, failures, 'en', 'When are refunds paid?')).toEqual(['refund']);
    expect(failures).toMatchObject([{ kind: 'unavailable' }]);
  });
});
