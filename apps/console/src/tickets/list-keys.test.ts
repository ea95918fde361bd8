import { expect, test } from 'vitest';
import { type KeyPress, listCommand, nextIndex } from './list-keys.ts';

const press = (key: string, more: Partial<KeyPress> = {}) =>
  listCommand({ key, modified: false, typing: false, onRow: false, ...more });

test('letters move and open what they name', () => {
  expect(['j', 'k', '/', '?', 'Escape'].map((key) => press(key))).toEqual([
    'next',
    'previous',
    'search',
    'help',
    'back',
  ]);
});

test('the same keys work on a Russian layout', () => {
  expect([press('о'), press('л')]).toEqual(['next', 'previous']);
});

test('arrows move on a row and scroll elsewhere', () => {
  expect([press('ArrowDown', { onRow: true }), press('ArrowUp', { onRow: true })]).toEqual(['next', 'previous']);
  expect([press('ArrowDown'), press('ArrowUp')]).toEqual([null, null]);
});

test('in a field letters are text; only Esc leaves it', () => {
  expect(['j', 'k', '/', '?', 'ArrowDown'].map((key) => press(key, { typing: true }))).toEqual(Array(5).fill(null));
  expect(press('Escape', { typing: true })).toBe('back');
});

test('shortcuts of the browser stay its own', () => {
  expect(['j', 'k', '/', 'Escape'].map((key) => press(key, { modified: true }))).toEqual(Array(4).fill(null));
});

test('moving stays within the list', () => {
  for (const count of [1, 2, 7]) {
    for (let from = -1; from < count; from += 1) {
      for (const way of ['next', 'previous'] as const) {
        const to = nextIndex(from, count, way);
        expect(to).toBeGreaterThanOrEqual(0);
        expect(to).toBeLessThan(count);
        expect(Math.abs(to - from)).toBeLessThanOrEqual(1);
      }
    }
  }
  expect(nextIndex(-1, 0, 'next')).toBe(-1);
  expect([nextIndex(2, 5, 'next'), nextIndex(2, 5, 'previous')]).toEqual([3, 1]);
});
