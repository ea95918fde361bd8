import { expect, it } from 'vitest';
import { isAngry } from './anger.ts';
import { languagePack } from './phrases/index.ts';

it.each<[string, string, boolean]>([
  ['en', 'This is ridiculous, where is my parcel?', true],
  ['en', 'LOCKED OUT of my own BIKE', true],
  ['en', 'Is it down??', true],
  ['en', 'Where is my parcel, please? The VAT is missing.', false],
  ['ru', 'Сколько можно ждать', true],
  ['ru', 'Сколько ждать посылку?', false],
  ['de', 'Das ist eine Frechheit', true],
  ['de', 'Bitte prüfen Sie die Rechnung.', false],
  ['es', 'Esto es inaceptable', true],
  ['fr', 'C’est scandaleux', true],
  ['pt', 'Que descaso', true],
])('%s: %s', (language, text, expected) => {
  const pack = languagePack(language);
  expect(pack && isAngry(text, pack)).toBe(expected);
});
