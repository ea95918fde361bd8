import type { DraftContext, Passage, Source } from '@draftsmith/contracts';
import { createAnalyser } from '@draftsmith/knowledge';
import { expect, test } from 'vitest';
import { findPassages } from './find-passages.ts';

const article: Source = {
  id: 'article:1',
  kind: 'article',
  title: 'Returns',
  text: 'You can return a bicycle within thirty days of delivery.',
  locale: 'en',
  visibility: 'public',
};
const context: DraftContext = {
  resource: { connector: 'desk', account: 'acme', type: 'ticket', id: '1' },
  revision: '1',
  freshness: '1',
  subject: 'Return',
  turns: [
    { role: 'customer', text: 'I have a cargo bicycle.', at: '2026-11-20T09:00:00Z' },
    { role: 'internal-note', text: 'Only for us.', at: '2026-11-20T09:01:00Z' },
    { role: 'agent', text: 'Which one?', at: '2026-11-20T09:02:00Z' },
    { role: 'customer', text: 'Can I return a bicycle after delivery?', at: '2026-11-20T09:03:00Z' },
  ],
  customer: {},
  people: [],
  sources: [article],
  facts: { brand: '7', tags: [], replies: 0 },
};
const question = { text: '', parts: ['Can I return a bicycle after delivery?'], language: 'en' };
const analyser = createAnalyser();
const signal = AbortSignal.timeout(5_000);

function passage(change: Partial<Passage> = {}): Passage {
  return {
    sourceId: 'past-reply:9',
    sourceTitle: 'Question',
    sourceKind: 'past-reply',
    text: 'We collected the bicycle.',
    visibility: 'public',
    confidence: 0.99,
    ...change,
  };
}

test('without a library the own sources are all there is', async () => {
  expect((await findPassages({ analyser }, context, question, signal)).map(({ sourceId }) => sourceId)).toEqual([
    'article:1',
  ]);
});

test('the library is asked for the account, language and brand, and its passages are ranked with the own ones', async () => {
  const asked: unknown[] = [];
  const library = async (...[questions, { signal: _, ...where }]: Parameters<NonNullable<SearchLibrary>>) => {
    asked.push([questions, where]);
    return [passage(), passage({ sourceId: 'past-reply:8', confidence: 0.01 })];
  };
  const found = await findPassages({ analyser, library }, context, question, signal);
  expect(found.map(({ sourceId }) => sourceId)).toEqual(['past-reply:9', 'article:1', 'past-reply:8']);
  expect(asked).toEqual([
    [
      question.parts,
      {
        ...{ connector: 'desk', account: 'acme', brand: '7', language: 'en', visibility: 'public', limit: 5 },
        context: ['I have a cargo bicycle.', 'Which one?'],
      },
    ],
  ]);
});

test('what both give counts once', async () => {
  const [own] = await findPassages({ analyser }, context, question, signal);
  const library = async () => (own ? [{ ...own, confidence: own.confidence / 2 }] : []);
  expect(await findPassages({ analyser, library }, context, question, signal)).toEqual([own]);
});

type SearchLibrary = Parameters<typeof findPassages>[0]['library'];
