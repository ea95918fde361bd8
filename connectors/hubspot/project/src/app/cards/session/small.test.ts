import { PROPOSAL_STEPS, PROSE_SECTIONS, SECTION_KINDS } from '@draftsmith/contracts';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { AS_SET, choicesOf, chosenAtFirst } from '../prepare/choices.ts';
import { isProse } from '../review/prose.ts';
import { untilNextLook } from './pace.ts';
import { progressOf } from './progress.ts';
import { sectionText } from './section-text.ts';

test('an operation is looked at every two seconds, a long one less often', () => {
  const waits = [0, 29, 30, 89, 90, 500].map((looks) => untilNextLook({ busy: true, looks, failures: 0 }));
  expect(waits).toEqual([2_000, 2_000, 4_000, 4_000, 8_000, 8_000]);
  expect(untilNextLook({ busy: false, looks: 0, failures: 0 })).toBeUndefined();
});

test('every step of every operation has a place, and never goes back', () => {
  for (const what of ['generate', 'regenerate', 'edit', 'restore', 'attach', 'quote'] as const) {
    const places = PROPOSAL_STEPS.map((step) => progressOf({ what, step }));
    for (const { at, steps } of places) expect(steps[at]).toBeDefined();
    const order = places.map(({ at }) => at);
    expect(order).toEqual(order.toSorted((one, other) => one - other));
  }
});

test('the sections that may be written anew are those of the contract', () => {
  expect(SECTION_KINDS.filter(isProse)).toEqual([...PROSE_SECTIONS]);
});

/** As the server reads what a person typed: each line that says something is a paragraph. */
const read = (text: string) =>
  text.split('\n').flatMap((line) => {
    const bullet = line.startsWith('- ');
    const said = bullet ? line.slice(2) : line;
    return said === '' ? [] : [{ text: said, bullet }];
  });

test('a section that is opened and saved as it was says the same', () => {
  const paragraph = fc.record({ text: fc.stringMatching(/^[a-z]{1,8}( [a-z]{1,8}){0,3}$/), bullet: fc.boolean() });
  fc.assert(
    fc.property(fc.array(paragraph, { maxLength: 8 }), (paragraphs) => {
      const section = { paragraphs: paragraphs.map((one) => ({ ...one, sources: [] })) };
      expect(read(sectionText(section))).toEqual(paragraphs);
    }),
    { numRuns: 100 },
  );
  expect(
    sectionText({
      paragraphs: [
        { text: 'A', sources: [] },
        { text: 'b', bullet: true, sources: [] },
        { text: 'c', bullet: true, sources: [] },
      ],
    }),
  ).toBe('A\n\n- b\n- c');
});

test('what nobody chose is left to the server', () => {
  expect(choicesOf(chosenAtFirst({}))).toEqual({});
  expect(choicesOf({ template: 't1', locale: 'de-DE', tone: AS_SET, steer: '  stress speed ' })).toEqual({
    templateId: 't1',
    locale: 'de-DE',
    steer: 'stress speed',
  });
});
