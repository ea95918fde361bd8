import { expect, test } from 'vitest';
import { createRedactor } from '../redactor.ts';
import { createPresidioRecogniser } from './remote-recogniser.ts';

function presidio(answers: readonly (unknown | Error)[]) {
  const warnings: string[] = [];
  const asked: unknown[] = [];
  const remote = createPresidioRecogniser({
    warn: (message) => warnings.push(message),
    client: {
      request: async ({ json }) => {
        asked.push(json);
        const answer = answers[asked.length - 1];
        if (answer instanceof Error) throw answer;
        return { json: answer };
      },
    },
  });
  return { remote, warnings, asked };
}

test('what the analyzer finds is replaced, with its offsets in code points and its types in ours', async () => {
  const text = '😀 zyx met QRS at noon';
  const finding = (entity_type: string, start: number, end: number, score = 0.9) => ({
    entity_type,
    start,
    end,
    score,
  });
  const { remote, asked } = presidio([
    [
      finding('PERSON', 2, 5),
      finding('ORGANIZATION', 10, 13),
      finding('DATE_TIME', 17, 21),
      finding('PERSON', 6, 9, 0.1),
    ],
  ]);
  const recogniser = await remote.recogniserFor([text, text, ''], 'en');
  expect(asked).toEqual([{ text, language: 'en' }]);
  const redactor = createRedactor([], { recognisers: [recogniser] });
  expect(redactor.redact(text)).toBe('😀 [PERSON_1] met [COMPANY_1] at noon');
  expect(redactor.redact('zyx')).toBe('zyx');
});

test('one that is down is one warning, and ours go on; the next outage is another', async () => {
  const { remote, warnings } = presidio([new Error('connect'), { not: 'a list' }, [], new Error('timeout')]);
  for (const text of ['a', 'b', 'c', 'd']) expect((await remote.recogniserFor([text], 'en'))(text)).toEqual([]);
  expect(warnings).toHaveLength(2);
});

test.each([
  [
    [
      null,
      5,
      {},
      { entity_type: 'PERSON', start: 0, end: 99, score: 1 },
      { entity_type: 'PERSON', start: 3, end: 1, score: 1 },
    ],
  ],
  [[{ entity_type: 'PERSON', start: '0', end: 1, score: 1 }]],
])('nonsense finds nothing: %j', async (answer) => {
  const { remote } = presidio([answer]);
  expect((await remote.recogniserFor(['abcdef'], 'en'))('abcdef')).toEqual([]);
});
