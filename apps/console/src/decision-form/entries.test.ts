import { expect, test } from 'vitest';
import { addLines, MAX_ENTRIES } from './entries.ts';

test('pasted lines become entries, each once', () => {
  expect(addLines(['Acme'], ' Beta GmbH \r\nACME\n\nGamma\rbeta gmbh\n')).toEqual({
    entries: ['Acme', 'Beta GmbH', 'Gamma'],
    added: 2,
    known: 2,
    refused: 0,
  });
});

test('what the server would refuse is left out and counted', () => {
  expect(addLines([], `x\n${'y'.repeat(201)}\nok`)).toEqual({ entries: ['ok'], added: 1, known: 0, refused: 2 });
  const full = Array.from({ length: MAX_ENTRIES }, (_, n) => `word ${n}`);
  expect(addLines(full, 'one more\nword 1')).toEqual({ entries: full, added: 0, known: 1, refused: 1 });
});
