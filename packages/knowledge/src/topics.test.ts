import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createTopics, topicOf } from './topics.ts';

test.each([
  ['Router X2: how to reset it', 'router x2'],
  ['Refunds::Late refund', 'refunds'],
  ["Nando's City Centre - opening hours", 'nando city centre'],
  ['Доставка | Сколько стоит', 'доставка'],
  ['How do I reset my password?', undefined],
  ['Re:', undefined],
  ['Wi-Fi does not work', undefined],
])('the topic of "%s" is %s', (title, topic) => {
  expect(topicOf(title)).toBe(topic);
});

describe('what is meant', () => {
  const NAMES = ['bridge guest house', 'acorn guest house', 'nandos', 'nandos city centre', 'ask restaurant', 'the'];
  const common = new Set(['guest', 'hous', 'restaur']);
  const topics = createTopics(NAMES, 'en', (stem) => (common.has(stem) ? 0.1 : 0.6));
  const meant = (...conversation: string[]) => topics.mentioned(conversation).map(({ topic }) => topic);

  test('is what was named, by the telling part of its name', () => {
    expect(meant('Is there parking at the Bridge?')).toEqual(['bridge guest house']);
    expect(meant('Some guest house, please')).toEqual([]);
    expect(meant('Does the restaurant serve food? I ask again')).toEqual([]);
  });

  test('the longer name is not the shorter one', () => {
    expect(meant("Do Nandos' City Centre deliver?")).toEqual(['nandos city centre']);
    expect(meant('Do Nandos deliver?')[0]).toBe('nandos');
  });

  test('what was named last comes before what was named earlier', () => {
    expect(meant('The Acorn guest house?', 'Then the Bridge guest house.', 'Is there wifi?')).toEqual([
      'bridge guest house',
      'acorn guest house',
    ]);
  });

  test('inflected names are known', () => {
    const russian = createTopics(['кофейня ромашка'], 'ru', () => 0.6);
    expect(russian.mentioned(['Есть ли парковка у кофейни Ромашки?'])).toMatchObject([{ topic: 'кофейня ромашка' }]);
  });

  test('strengths stay within 0 and 1, strongest first, whatever is said', () => {
    fc.assert(
      fc.property(fc.array(fc.array(fc.constantFrom(...NAMES, 'and', 'x')).map((said) => said.join(' '))), (said) => {
        const strengths = topics.mentioned(said).map(({ strength }) => strength);
        expect(strengths.every((strength) => strength > 0 && strength <= 1)).toBe(true);
        expect(strengths).toEqual([...strengths].sort((a, b) => b - a));
      }),
    );
  });
});
