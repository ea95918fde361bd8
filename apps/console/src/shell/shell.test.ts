import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { applyTheme, nextTheme, readTheme } from './theme.ts';
import { initials } from './user-menu.tsx';

function memory(initial: Record<string, string> = {}) {
  const values = new Map(Object.entries(initial));
  return {
    getItem: (key: string) => values.get(key) ?? null,
    setItem: (key: string, value: string) => void values.set(key, value),
    keys: () => [...values.keys()],
  };
}

test('the theme goes round and is remembered', () => {
  const storage = memory();
  const root: { dataset: DOMStringMap } = { dataset: {} };
  expect(readTheme(storage)).toBe('auto');
  applyTheme(nextTheme('light'), storage, root);
  expect([readTheme(storage), root.dataset.theme]).toEqual(['dark', 'dark']);
  applyTheme(nextTheme('dark'), storage, root);
  expect([readTheme(storage), root.dataset.theme]).toEqual(['auto', undefined]);
  expect(nextTheme('auto')).toBe('light');
});

test('the script before the first paint reads the key that the switch writes', async () => {
  const storage = memory();
  applyTheme('dark', storage, { dataset: {} });
  const script = await readFile(join(import.meta.dirname, '../../public/theme.js'), 'utf8');
  expect(script).toContain(`'${storage.keys()[0]}'`);
});

test('a theme that nobody knows is the automatic one', () => {
  expect(readTheme(memory({ 'draftsmith.theme': 'sepia' }))).toBe('auto');
});

test.each([
  ['Ines Moreau', 'IM'],
  ['Анна Мария Петрова', 'АП'],
  ['cher', 'C'],
  ['  ', '?'],
  ['😀 Smile', '😀S'],
])('initials of %j', (name, letters) => {
  expect(initials(name)).toBe(letters);
});
