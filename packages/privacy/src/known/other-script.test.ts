import { fold } from '@draftsmith/letters';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { TRANSLITERATIONS } from '../measure/transliterations.ts';
import { withoutSigns } from '../words.ts';
import { isNameInCyrillic, isNameInLatin } from './other-script.ts';

const latinOf = (system: string, russian: string) => withoutSigns(fold(TRANSLITERATIONS[system]?.(russian) ?? ''));

test.each(Object.keys(TRANSLITERATIONS))('any Russian word is told in its Latin spelling by %s, and back', (system) => {
  fc.assert(
    fc.property(fc.stringMatching(/^[а-пр-щэюя][а-яё]{1,11}$/), (russian) => {
      const latin = latinOf(system, russian);
      expect(isNameInLatin(fold(russian), latin)).toBe(true);
      expect(isNameInCyrillic(latin, fold(russian))).toBe(true);
    }),
  );
});

test.each([
  ['sergey', 'сергея'],
  ['sergei', 'сергею'],
  ['dmitriy', 'дмитрием'],
  ['dmitry', 'дмитрия'],
  ['pavel', 'павла'],
  ['maria', 'марией'],
  ['voskresenskaya', 'воскресенской'],
  ['zhukovsky', 'жуковского'],
  ['shcherbakova', 'щербаковой'],
])('%s is %s', (latin, cyrillic) => {
  expect(isNameInCyrillic(latin, cyrillic)).toBe(true);
});

test.each([
  ['sergey', 'сердито'],
  ['maria', 'марка'],
  ['anna', 'аннулирован'],
  ['pavel', 'павильон'],
])('%s is not %s', (latin, cyrillic) => {
  expect(isNameInCyrillic(latin, cyrillic)).toBe(false);
});
