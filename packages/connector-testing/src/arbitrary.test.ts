import { expect, test } from 'vitest';
import { arbitraryBody, mutations } from './arbitrary.ts';

test('the same seed gives the same bytes, another seed others', () => {
  const bodies = [1, 1, 5].map((seed) => Buffer.from(arbitraryBody(seed, ['{"a":1}{"b":2}{"c":3}'])).toString('hex'));
  expect(bodies[0]).toBe(bodies[1]);
  const distinct = new Set(Array.from({ length: 400 }, (_, seed) => arbitraryBody(seed, ['{"a":[1,2,3]}']).join()));
  expect(distinct.size).toBeGreaterThan(100);
});

test('mutations reach every member, at every depth', () => {
  const mutants = [...mutations({ a: { b: 1 } })].map((mutant) => JSON.stringify(mutant));
  expect(mutants).toContain('null');
  expect(mutants).toContain('{}');
  expect(mutants).toContain('{"a":null}');
  expect(mutants).toContain('{"a":{"b":""}}');
});
