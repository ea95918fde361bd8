import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { readConfigFile } from './config-file.ts';
import { field } from './field.ts';
import { readSettings } from './read.ts';

const fields = {
  PORT: field(z.coerce.number().int().min(1).max(65_535).default(4310), 'a port from 1 to 65535'),
  API_KEY: field(z.string().min(10), 'an API key', 'the vendor console, API keys'),
};

test('values are typed, defaults fill in, an empty value is not set', () => {
  expect(readSettings(fields, { PORT: ' ', API_KEY: 'abcdefghijk' })).toEqual({ PORT: 4310, API_KEY: 'abcdefghijk' });
});

test('every wrong value is named at once, with what was expected, and never repeated', () => {
  const read = () => readSettings(fields, { PORT: 'hunter2', API_KEY: 'short' });
  expect(read).toThrow(
    'PORT: expected a port from 1 to 65535\nAPI_KEY: expected an API key (the vendor console, API keys)',
  );
  expect(read).not.toThrow(/hunter2|short/);
});

test('a configuration file holds the same settings, as JSON or TypeScript; a broken one is a clear line', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'draftsmith-settings-'));
  try {
    expect(await readConfigFile(folder)).toEqual({});
    await writeFile(join(folder, 'draftsmith.config.json'), '{"PORT": 80}');
    expect(await readConfigFile(folder)).toEqual({ PORT: '80' });
    await writeFile(join(folder, 'draftsmith.config.json'), '{"LIST": ["a", {"b": 1}]}');
    expect(await readConfigFile(folder)).toEqual({ LIST: '["a",{"b":1}]' });
    await writeFile(join(folder, 'draftsmith.config.json'), '{"PORT"');
    await expect(readConfigFile(folder)).rejects.toThrow('valid JSON');
    await writeFile(
      join(folder, 'draftsmith.config.ts'),
      'export const settings: Record<string, unknown> = { PORT: 81 };',
    );
    expect(await readConfigFile(folder)).toEqual({ PORT: '81' });
  } finally {
    await rm(folder, { recursive: true });
  }
});
