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

test('all texts of a request share one deadline, and a few are asked about at once', async () => {
  const deadline = new AbortController();
  const warnings: string[] = [];
  let [open, most] = [0, 0];
  const remote = createPresidioRecogniser({
    warn: (message) => warnings.push(message),
    deadline: () => deadline.signal,
    client: {
      async request({ signal }) {
        most = Math.max(most, ++open);
        if (open === 4) queueMicrotask(() => deadline.abort());
        if (!signal.aborted) await new Promise((resolve) => signal.addEventListener('abort', resolve));
        open--;
        throw new Error('stopped');
      },
    },
  });
  const texts = Array.from({ length: 20 }, (_, i) => `text ${i}`);
  expect((await remote.recogniserFor(texts, 'en'))('text 1')).toEqual([]);
  expect([most, warnings.length]).toEqual([4, 1]);
});

test('a regional language is asked about as its language', async () => {
  const { remote, asked } = presidio([[]]);
  await remote.recogniserFor(['oi'], 'pt-BR');
  expect(asked).toEqual([{ text: 'oi', language: 'pt' }]);
});

test('what the analyzer finds in one text is replaced in all of a request, and must not leave', async () => {
  const { remote } = presidio([[{ entity_type: 'PERSON', start: 4, end: 9, score: 0.9 }], []]);
  const redactor = createRedactor();
  await redactor.learnWith(['met Zyxwv', 'and Zyxwv'], remote, 'en');
  expect(redactor.redact('and Zyxwv')).toBe('and [PERSON_1]');
  expect(redactor.leaks('{"a":"met Zyxwv"}')).toEqual([{ type: 'PERSON', path: 'a', start: 4, end: 9 }]);
});
