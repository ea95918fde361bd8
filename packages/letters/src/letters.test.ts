import { expect, it } from 'vitest';
import { fold, soundOf, spells } from './index.ts';

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
});

it.each([
  ['zhukovskiy', 'жуковский'],
  ['schukowskij', 'жуковский'],
  ['shcherbakova', 'щербакова'],
  ['schtscherbakowa', 'щербакова'],
  ['johnson', 'джонсон'],
  ['mueller', 'мюллер'],
  ['miller', 'миллер'],
])('%s spells %s', (latin, cyrillic) => {
  expect(spells(latin, cyrillic)).toBe(true);
  expect(spells(latin, `${cyrillic}к`)).toBe(false);
  expect(spells(`${latin}k`, cyrillic)).toBe(false);
});
