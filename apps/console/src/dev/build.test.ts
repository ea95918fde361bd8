import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ensureConsole, sourcesHash } from '../../build.ts';

test('the console builds into files that a strict content policy allows, and only when its sources changed', async () => {
  const folder = await ensureConsole();
  const page = await readFile(join(folder, 'index.html'), 'utf8');
  expect(page).not.toMatch(/<script(?![^>]*\bsrc=)/);
  expect(page).not.toMatch(/<style|style=|data:|https?:/);
  expect(await readFile(join(folder, '.sources'), 'utf8')).toBe(await sourcesHash());

  const built = (await stat(join(folder, 'index.html'))).mtimeMs;
  expect(await ensureConsole()).toBe(folder);
  expect((await stat(join(folder, 'index.html'))).mtimeMs).toBe(built);
});

test('the bundle holds no developer build of React', async () => {
  const folder = await ensureConsole();
  const page = await readFile(join(folder, 'index.html'), 'utf8');
  const script = await readFile(join(folder, page.match(/src="\/(assets\/[^"]+\.js)"/)?.[1] ?? ''), 'utf8');
  expect(script).not.toContain('react-dom-client.development');
  expect(script.length).toBeLessThan(600_000);
});
