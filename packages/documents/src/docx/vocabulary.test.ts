import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { viewOf } from '../document-view.ts';
import { sampleProposal } from '../sample/sample-proposal.ts';
import { LOOK } from '../testing/proposals.ts';
import { type Scope, scopeOf } from './scope.ts';
import { knowsText, VOCABULARY, type Vocabulary } from './vocabulary.ts';

const sample = sampleProposal('en-GB');

test('what can be filled in is what may be typed, at every depth', () => {
  const check = (scope: Scope, { texts, patterns, loops }: Vocabulary, path: string) => {
    for (const name of scope.texts.keys())
      expect(knowsText({ texts, ...(patterns && { patterns }), loops }, name), path + name).toBe(true);
    expect([...scope.loops.keys()].sort(), path).toEqual(Object.keys(loops).sort());
    for (const [name, inner] of Object.entries(loops))
      for (const one of scope.loops.get(name) ?? []) check(one, inner, `${path}${name}.`);
  };
  check(scopeOf(viewOf(sample), LOOK), VOCABULARY, '');
});

test('a loop fills in each of its texts', () => {
  const check = ({ loops }: Scope, { loops: known }: Vocabulary) => {
    for (const [name, inner] of Object.entries(known))
      for (const one of loops.get(name) ?? []) {
        expect([...one.texts.keys()].sort(), name).toEqual([...inner.texts].sort());
        check(one, inner);
      }
  };
  check(scopeOf(viewOf(sample), LOOK), VOCABULARY);
});

test('the README has every placeholder', () => {
  const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
  const names = ({ texts, patterns = [], loops }: Vocabulary): string[] => [
    ...texts,
    ...patterns.map(({ shown }) => shown),
    ...Object.entries(loops).flatMap(([name, inner]) => [`#${name}`, ...names(inner)]),
  ];
  expect(names(VOCABULARY).filter((name) => !readme.includes(`\`${name}\``))).toEqual([]);
});
