import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { AppError } from '@draftsmith/errors';
import { z } from 'zod';

const parameterSchema = z.object({
  name: z.string(),
  required: z.boolean().default(false),
  secure: z.boolean().default(false),
  scopes: z.array(z.string()).optional(),
  default: z.union([z.string(), z.number(), z.boolean()]).optional(),
});
const locationSchema = z.union([
  z.string().transform((url) => ({ url, flexible: false })),
  z.object({ url: z.string(), flexible: z.boolean().default(false) }),
]);
const manifestSchema = z.object({
  name: z.string().default('App'),
  version: z.string().default('0.0.0'),
  location: z.object({ support: z.object({ ticket_sidebar: locationSchema }) }),
  domainWhitelist: z.array(z.string()).default([]),
  parameters: z.array(parameterSchema).default([]),
});

export type AppManifest = z.infer<typeof manifestSchema>;
export type AppParameter = z.infer<typeof parameterSchema>;
export type AppSettings = Readonly<Record<string, string | number | boolean>>;

/** The manifest of an unpacked app. Throws `invalid` when it is not an app for the ticket sidebar. */
export async function readManifest(appDir: string): Promise<AppManifest> {
  let text: string;
  try {
    text = await readFile(join(appDir, 'manifest.json'), 'utf8');
  } catch (cause) {
    throw new AppError('invalid', 'The app folder has no manifest.json; build the app first', { cause });
  }
  const parsed = manifestSchema.safeParse(JSON.parse(text));
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  throw new AppError('invalid', `manifest.json is wrong at ${issue?.path.join('.')}: ${issue?.message}`);
}

/** What an admin enters when installing: every required setting, and none that the app does not have. */
export function checkSettings(manifest: AppManifest, given: AppSettings): AppSettings {
  const unknown = Object.keys(given).find((name) => !manifest.parameters.some((parameter) => parameter.name === name));
  if (unknown !== undefined) throw new AppError('invalid', `The app has no setting ${unknown}`);
  const settings: Record<string, string | number | boolean> = {};
  for (const { name, required, default: usual } of manifest.parameters) {
    const value = given[name] ?? usual;
    if (value !== undefined) settings[name] = value;
    else if (required) throw new AppError('invalid', `The app needs the setting ${name}`);
  }
  return settings;
}

/** What `client.metadata()` shows: secure settings never reach the browser. */
export function visibleSettings(manifest: AppManifest, settings: AppSettings): AppSettings {
  const secure = new Set(manifest.parameters.filter((parameter) => parameter.secure).map(({ name }) => name));
  return Object.fromEntries(Object.entries(settings).filter(([name]) => !secure.has(name)));
}
