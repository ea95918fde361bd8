import { expect, test } from 'vitest';
import { shortcutOf } from './shortcuts.ts';

const press = (key: string, rest = {}) => ({
  key,
  code: '',
  ctrlKey: false,
  altKey: false,
  metaKey: false,
  isComposing: false,
  ...rest,
});

test.each([
  ['i', 'insert'],
  ['I', 'insert'],
  ['c', 'copy'],
  ['e', 'steer'],
  ['s', 'shorter'],
  ['n', 'next'],
  ['[', 'older'],
  [']', 'newer'],
  ['?', 'help'],
  ['x', null],
])('%s is %s', (key, shortcut) => {
  expect(shortcutOf(press(key), false)).toBe(shortcut);
});

test('keys work by their place on a keyboard of another script', () => {
  expect(shortcutOf(press('ш', { code: 'KeyI' }), false)).toBe('insert');
  expect(shortcutOf(press('х', { code: 'BracketLeft' }), false)).toBe('older');
});

test('a key that means something else is left alone', () => {
  expect(shortcutOf(press('c', { ctrlKey: true }), false)).toBeNull();
  expect(shortcutOf(press('c', { metaKey: true }), false)).toBeNull();
  expect(shortcutOf(press('i', { isComposing: true }), false)).toBeNull();
  expect(shortcutOf(press('i'), true)).toBeNull();
});
