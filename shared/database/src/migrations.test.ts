import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

test('the migrations make exactly the schema', () => {
  const folder = join(import.meta.dirname, '..');
  // Inside the package: drizzle-kit wants a relative folder.
  const copy = mkdtempSync(join(folder, 'node_modules', '.drift-'));
  try {
    cpSync(join(folder, 'migrations'), copy, { recursive: true });
    const out = copy.slice(folder.length + 1);
    const args = ['generate', '--dialect', 'postgresql', '--schema', './src/schema/*.ts', '--out', out];
    const { stdout, stderr } = spawnSync(join(folder, 'node_modules/.bin/drizzle-kit'), args, {
      cwd: folder,
      encoding: 'utf8',
    });
    expect(`${stdout}${stderr}`, 'run `npx drizzle-kit generate` in shared/database').toContain('No schema changes');
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
});
