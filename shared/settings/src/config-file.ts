import { access, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { AppError } from '@draftsmith/errors';
import { z } from 'zod';
import type { RawSettings } from './environment.ts';

/** Lists and objects, such as routes with their finer settings, become the JSON that the variable would hold. */
const json = z
  .union([z.array(z.unknown()), z.record(z.string(), z.unknown())])
  .transform((value) => JSON.stringify(value));
const contents = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), json]).transform(String));

/**
 * Reads `draftsmith.config.ts` (its `settings` export) or `draftsmith.config.json` from a folder. It may hold the same
 * settings as the environment, under the same names; the environment wins.
 */
export async function readConfigFile(folder: string): Promise<RawSettings> {
  for (const [name, read] of [
    ['draftsmith.config.ts', readModule],
    ['draftsmith.config.json', readJson],
  ] as const) {
    const path = join(folder, name);
    if (!(await exists(path))) continue;
    const result = contents.safeParse(await read(path));
    if (result.success) return result.data;
    throw new AppError('invalid', `${name}: expected names with texts, numbers, booleans, lists or objects`, {
      code: 'settings.file',
    });
  }
  return {};
}

function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}

async function readModule(path: string): Promise<unknown> {
  const module: { settings?: unknown } = await import(pathToFileURL(path).href);
  return module.settings;
}

async function readJson(path: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(path, 'utf8'));
  } catch (cause) {
    throw new AppError('invalid', 'draftsmith.config.json: expected valid JSON', { code: 'settings.file', cause });
  }
}
