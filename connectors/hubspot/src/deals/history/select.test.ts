import type { Activity } from '@draftsmith/contracts';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { selectActivities } from './select.ts';

const NOW = new Date('2026-11-20T10:00:00Z');

const activity = (id: number, change: Partial<Activity> = {}): Activity => ({
  id: `note:${id}`,
  kind: 'note',
  text: `Text ${id}`,
  at: new Date(NOW.getTime() - id * 86_400_000).toISOString(),
  ...change,
});

const idsOf = (activities: readonly Activity[]) => activities.map(({ id }) => id);

test('all texts together are within the budget, nothing is made up, nothing comes twice', () => {
  const some = fc.array(
    fc.record({ text: fc.string({ maxLength: 6_000, unit: 'grapheme' }), title: fc.string({ maxLength: 80 }) }),
    { maxLength: 20 },
  );
  fc.assert(
    fc.property(some, fc.nat(20_000), (texts, characters) => {
      const given = texts.map((one, i) => activity(i, one));
      const chosen = selectActivities(given, { characters, relevant: ['text'] }, NOW);
      const used = chosen.reduce((sum, { text, title = '' }) => sum + text.length + title.length, 0);
      expect(used).toBeLessThanOrEqual(characters);
      expect(new Set(idsOf(chosen)).size).toBe(chosen.length);
      for (const { id, text } of chosen) {
        const whole = given.find((one) => one.id === id)?.text ?? '';
        expect(text === whole || whole.toWellFormed().startsWith(text.replace(/ …$/, ''))).toBe(true);
      }
    }),
    { numRuns: 50 },
  );
});

test('the newest comes first where nothing else tells them apart', () => {
  const given = [3, 1, 2].map((id) => activity(id));
  expect(idsOf(selectActivities(given, { characters: 100, relevant: [] }, NOW))).toEqual([
    'note:1',
    'note:2',
    'note:3',
  ]);
});

test('a customer counts more than we do, and a task less than a note', () => {
  const given = [
    activity(1, { id: 'task:1', kind: 'task' }),
    activity(1, { id: 'email:1', kind: 'email', direction: 'out' }),
    activity(1, { id: 'email:2', kind: 'email', direction: 'in' }),
  ];
  expect(idsOf(selectActivities(given, { characters: 100, relevant: [] }, NOW))).toEqual([
    'email:2',
    'email:1',
    'task:1',
  ]);
});

test('words match in their other forms, and only as words where they are short', () => {
  const given = [
    activity(1, { text: 'Погода' }),
    activity(60, { text: 'Обсудили лицензий на склад' }),
    activity(61, { text: 'The catalogue' }),
    activity(62, { text: 'The cat' }),
  ];
  const relevant = ['лицензия', 'cat'];
  const ids = idsOf(selectActivities(given, { characters: 1_000, relevant }, NOW));
  expect(ids.indexOf('note:60')).toBeLessThan(ids.indexOf('note:61'));
  expect(ids.indexOf('note:62')).toBeLessThan(ids.indexOf('note:61'));
});

test('a long mail ends with an ellipsis and leaves room for others', () => {
  const given = [activity(1, { text: 'word '.repeat(10_000) }), activity(2)];
  const [long, short] = selectActivities(given, { characters: 20_000, relevant: [] }, NOW);
  expect(long?.text).toMatch(/word …$/);
  expect(long?.text.length).toBeLessThanOrEqual(4_000);
  expect(short?.text).toBe('Text 2');
});
