import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './pack.ts';

/** The programs in the README of packages/llm, by the word after `js` where they begin. */
export function readExamples(): Record<string, string> {
  const readme = readFileSync(join(ROOT, 'packages/llm/README.md'), 'utf8');
  const blocks = readme.matchAll(/^```js (\w+)\n(.*?)^```$/gms);
  return Object.fromEntries([...blocks].map(([, name = '', text = '']) => [name, text]));
}
