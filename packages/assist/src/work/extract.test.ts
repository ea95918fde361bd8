import type { Turn } from '@draftsmith/contracts';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { extract } from './extract.ts';

const turn = (role: Turn['role'], text: string, day: number): Turn => ({
  ...{ role, text, at: `2026-11-${String(day).padStart(2, '0')}T10:00:00Z` },
});

const THREAD: Turn[] = [
  turn('customer', 'Hello. My parcel 4711 has not arrived. I ordered a lamp.', 1),
  turn('agent', 'Thank you. We have asked the carrier where the parcel is.', 2),
  ...Array.from({ length: 8 }, (_, i) => turn('customer', `Any news? Day ${i}.`, 3 + i)),
  turn('agent', 'The carrier has lost the parcel, and we send a new lamp.', 12),
  turn('customer', 'Fine. When does the new lamp arrive?', 13),
];

test('a long thread: first, last and what matters between, in order, with day and author', () => {
  const { text, language } = extract(THREAD, 'en');
  const lines = text.split('\n');
  expect(language).toBe('en');
  // The same question is not shown eight times.
  expect(lines).toHaveLength(5);
  expect(lines[0]).toBe('- Nov 1, Customer: My parcel 4711 has not arrived.');
  expect(lines.at(-2)).toBe('- Nov 12, Support: The carrier has lost the parcel, and we send a new lamp.');
  expect(lines.at(-1)).toBe('- Nov 13, Customer: When does the new lamp arrive?');
  expect(text).toContain('We have asked the carrier where the parcel is.');
});

test('labels are in the language asked for, the words stay the writers’ own', () => {
  expect(extract(THREAD.slice(0, 1), 'ru').text).toBe('- 1 нояб., Клиент: My parcel 4711 has not arrived.');
});

test('every line is somebody’s own sentence, and there are at most six', () => {
  const message = fc.record({ text: fc.lorem({ maxCount: 4, mode: 'sentences' }), agent: fc.boolean() });
  fc.assert(
    fc.property(fc.array(message, { minLength: 1, maxLength: 15 }), (messages) => {
      const turns = messages.map(({ text, agent }, i) => turn(agent ? 'agent' : 'customer', text, 1 + i));
      const lines = extract(turns, 'en').text.split('\n');
      expect(lines.length).toBeLessThanOrEqual(6);
      for (const line of lines) {
        const said = line.replace(/^- Nov \d+, \w+: /, '').replace(/ …$/, '');
        expect(messages.some(({ text }) => text.replace(/\s+/g, ' ').includes(said))).toBe(true);
      }
    }),
    { numRuns: 50 },
  );
});
