import { expect, it } from 'vitest';
import { fold, soundOf, toCyrillic } from './index.ts';

it.each([
  ['Größe', 'grosse'],
  ['CAFÉ', 'cafe'],
  ['Ещё', 'еще'],
  ['й', 'й'],
  ['Rück\u00adgabe', 'ruckgabe'],
  ['ﬁn', 'fin'],
])('%s folds to %s', (word, folded) => {
  expect(fold(word)).toBe(folded);
});

it('hears a name in either script, however it is spelled', () => {
  expect(new Set(['юлия', 'yulia', 'julija', 'iuliia'].map((name) => soundOf(fold(name)))).size).toBe(1);
  expect(soundOf('anna')).not.toBe(soundOf('maria'));
  expect(toCyrillic('schmidt')).toBe('шмидт');
});
