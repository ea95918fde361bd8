import type { DraftListItem, DraftListPage } from '@draftsmith/contracts';
import { expect, test } from 'vitest';
import { sampleDrafts } from '../dev/sample-drafts.ts';
import { applyChange, languagesOf, newsOf, rowsOf } from './live-merge.ts';

const rows: DraftListItem[] = sampleDrafts(new Date('2026-11-20T12:00:00Z')).slice(0, 6);
const pages: DraftListPage[] = [
  { items: rows.slice(0, 3), next: 'c' },
  { items: rows.slice(3), next: null },
];
const row = (index: number) => rows[index]!;

test('a change reaches its row at once and leaves the other pages as they are', () => {
  const changed = applyChange(pages, { id: row(4).id, state: 'failed' });
  expect(changed[1]!.items[1]).toEqual({ ...row(4), state: 'failed' });
  expect(changed[0]).toBe(pages[0]);
  expect(pages[1]!.items[1]).toBe(row(4));
});

test('a draft that begins anew loses its old outcome', () => {
  const failed = row(3);
  expect(failed.outcome?.kind).toBe('failed');
  const changed = applyChange(pages, { id: failed.id, state: 'working' });
  expect(changed[1]!.items[0]).toMatchObject({ state: 'working', outcome: null });
});

test('what is already so, or not in the list, changes nothing', () => {
  for (const change of [
    { id: row(0).id, state: row(0).state },
    { id: 'elsewhere', state: 'failed' as const },
  ])
    expect(applyChange(pages, change).every((page, index) => page === pages[index])).toBe(true);
});

test('a row that two pages hold is listed once, in its first place', () => {
  const shifted = [pages[0]!, { items: [row(2), ...rows.slice(3)], next: null }];
  expect(rowsOf(shifted)).toEqual(rows);
});

test('changed and newer rows are news, rows of the next page are not', () => {
  const known = rows.slice(1, 4);
  const now = known.map((item) => (item.id === row(2).id ? { ...item, state: 'failed' as const } : item));
  const newer = { ...row(0), id: 'new', createdAt: '2026-11-20T12:30:00.000Z' };
  expect([...newsOf(known, [newer, ...now, ...rows.slice(4)])]).toEqual(['new', row(2).id]);
});

test('the same rows again are no news', () => {
  expect(newsOf(rows, structuredClone(rows)).size).toBe(0);
});

test('the language filter offers what was seen, once each and in order', () => {
  expect(languagesOf(rows, ['pl', 'en'])).toEqual(['de', 'en', 'pl', 'ru']);
});
