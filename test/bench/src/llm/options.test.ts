import { expect, test } from 'vitest';
import { parseLlmOptions } from './options.ts';

test('the defaults, and a tenth of the calls with --quick unless a number is given', () => {
  expect(parseLlmOptions([])).toEqual({
    quick: false,
    json: false,
    help: false,
    calls: 2_000,
    delayMs: 0,
    packets: 1,
  });
  expect(parseLlmOptions(['--quick'])).toMatchObject({ quick: true, calls: 200 });
  expect(parseLlmOptions(['--quick', '--calls', '50', '--delay', '20', '--packets', '24'])).toMatchObject({
    calls: 50,
    delayMs: 20,
    packets: 24,
  });
  expect(parseLlmOptions(['--profile', 'ours'])).toMatchObject({ profile: 'ours' });
});

test.each([
  [['--calls', '0'], '--calls: expected a whole number from 10'],
  [['--calls', '1e3'], '--calls'],
  [['--packets', '25'], '--packets: expected a whole number from 1 to 24'],
  [['--profile', 'toString'], '--profile: expected one of fetch'],
  [['--fast'], '--fast'],
])('%j is refused in one line', (args, message) => {
  expect(() => parseLlmOptions(args)).toThrow(message);
});
