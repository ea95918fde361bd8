import { expect, test } from 'vitest';
import { parseOptions } from './options.ts';

test('both engines unless one is named', () => {
  expect(parseOptions([])).toEqual({ quick: false, json: false, help: false });
  expect(parseOptions(['--quick', '--json', '--engine', 'postgres'])).toMatchObject({
    quick: true,
    engine: 'postgres',
  });
});

test('a wrong engine or option is refused in one line', () => {
  expect(() => parseOptions(['--engine', 'mysql'])).toThrow('expected pglite or postgres');
  expect(() => parseOptions(['--fast'])).toThrow('--fast');
});
