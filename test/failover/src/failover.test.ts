import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { DIALECT_NAMES } from './fault-server/dialect.ts';
import { FAULTS } from './faults/index.ts';
import { type CaseResult, playCase } from './play-case.ts';
import { draftsmith } from './product.ts';
import { casesOf } from './scorecard/play-all.ts';
import { naiveClient } from './testing/naive-client.ts';
import { loadEverything, random, well } from './testing/played-time.ts';
import { createVirtualTimeline, type VirtualTimeline } from './timeline/virtual-timeline.ts';

let timeline: VirtualTimeline;
beforeEach(() => {
  timeline = createVirtualTimeline();
});
afterEach(() => timeline[Symbol.dispose]());

beforeAll(loadEverything);

const passed = (result: CaseResult): string => result.why ?? result.verdict;

for (const { fault, played, dialect, arrangement } of casesOf(FAULTS, DIALECT_NAMES)) {
  test(`${fault.title}: ${played.name} (${dialect}, ${arrangement})`, async () => {
    const options = { product: draftsmith, timeline, dialect, arrangement, random };
    expect(passed(await playCase(played, options))).toBe('passed');
  });
}

describe('the faults themselves', () => {
  const naive = () => ({ product: naiveClient, timeline, dialect: 'openai', arrangement: 'siblings', random }) as const;

  test('a client without a thought is fine when nothing goes wrong', async () => {
    expect(passed(await playCase(well, naive()))).toBe('passed');
  });

  for (const { title, cases } of FAULTS) {
    test(`${title}: a client without a thought does not pass`, async () => {
      for (const played of cases.slice(0, 1)) expect((await playCase(played, naive())).verdict).not.toBe('passed');
      expect(cases).not.toEqual([]);
    });
  }

  test('a text that ends early is worse than none', async () => {
    const cut = FAULTS.find(({ id }) => id === 'cut')?.cases.find(({ name }) => name === 'ended in good order');
    if (!cut) throw new Error('The case has another name now');
    expect(await playCase(cut, naive())).toMatchObject({
      verdict: 'wrong-text',
      why: expect.stringMatching(/^a wrong text was passed off as an answer: the first \d+ of \d+ characters$/),
    });
  });

  test('sixteen and eight, each with a title that fits its column', () => {
    expect(FAULTS.filter(({ group }) => group === 'benchmark')).toHaveLength(16);
    expect(FAULTS.filter(({ group }) => group === 'own')).toHaveLength(8);
    expect(new Set(FAULTS.map(({ id }) => id)).size).toBe(24);
    expect(FAULTS.filter(({ title }) => title.length > 25)).toEqual([]);
  });
});
