import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';

const script = fileURLToPath(new URL('testing/print-hashes.ts', import.meta.url));

/** Hashes of PDF and Word files in two languages, from a process of its own. */
async function hashesIn(zone: string, daysOff: number): Promise<string[]> {
  const env = { TZ: zone, LANG: 'C' };
  const { stdout } = await promisify(execFile)(process.execPath, [script, String(daysOff)], { env });
  return stdout.trim().split('\n');
}

test('the same bytes in another process, time zone and year', async () => {
  const here = await hashesIn('UTC', 0);
  expect(new Set(here).size).toBe(6);
  // Midnight does not exist in Chatham's spring night, and in Auckland it is already tomorrow.
  expect(await hashesIn('Pacific/Chatham', 400)).toEqual(here);
  expect(await hashesIn('America/Sao_Paulo', -4000)).toEqual(here);
});
