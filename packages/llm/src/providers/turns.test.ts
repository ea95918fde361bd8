import { expect, it } from 'vitest';
import { toTurns } from './turns.ts';

it('passes turns on, without blank ones', () => {
  expect(
    toTurns([
      { role: 'user', text: 'a' },
      { role: 'assistant', text: ' \n' },
      { role: 'assistant', text: 'b' },
      { role: 'user', text: 'c' },
    ]),
  ).toEqual([
    { role: 'user', content: 'a' },
    { role: 'assistant', content: 'b' },
    { role: 'user', content: 'c' },
  ]);
});

it('makes a request to go on out of an answer that was begun', () => {
  const turns = toTurns([
    { role: 'user', text: 'a' },
    { role: 'assistant', text: 'Dear Ann,' },
  ]);
  expect(turns).toEqual([
    { role: 'user', content: 'a' },
    { role: 'user', content: expect.stringMatching(/^The answer begins.*\n\nDear Ann,$/) },
  ]);
});

it('replaces half a surrogate pair', () => {
  expect(toTurns([{ role: 'user', text: `x${'😀'.slice(0, 1)}` }])).toEqual([{ role: 'user', content: 'x\ufffd' }]);
});
