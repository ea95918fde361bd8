import type { z } from 'zod';
import { appSchema } from './app.ts';
import { cardSchema } from './card.ts';
import { cardsPackageSchema, profileSchema, projectSchema } from './project.ts';
import { webhooksSchema } from './webhooks.ts';
import { workflowActionSchema } from './workflow-action.ts';

/** A file of the project. `path` from the project's folder, with slashes. */
export interface ProjectFile {
  path: string;
  text: string;
}

const SRC = 'src';

/** Where each kind of component belongs, and how many there may be. HubSpot finds none in folders below these. */
const COMPONENTS: Record<string, { schema: z.ZodType; folder: string; single: boolean }> = {
  app: { schema: appSchema, folder: 'src/app', single: true },
  card: { schema: cardSchema, folder: 'src/app/cards', single: false },
  webhooks: { schema: webhooksSchema, folder: 'src/app/webhooks', single: true },
  'workflow-action': { schema: workflowActionSchema, folder: 'src/app/workflow-actions', single: false },
};

/**
 * What HubSpot would refuse in a project, each in a sentence that names file and place. Its own check needs an account and a
 * network; this one needs neither.
 */
export function validateProject(files: readonly ProjectFile[]): string[] {
  const found: string[] = [];
  const read = (path: string, schema: z.ZodType) => {
    const file = files.find((one) => one.path === path);
    if (!file) found.push(`${path} is missing`);
    return file && checked(file, schema, {}, found);
  };
  read('hsproject.json', projectSchema);
  read('src/app/cards/package.json', cardsPackageSchema);
  const profiles = files.filter(({ path }) => /^hsprofile\.[^./]+\.json$/.test(path));
  const variables = profiles.map((file) => {
    const profile = checked(file, profileSchema, {}, found) as { variables?: Record<string, unknown> } | undefined;
    return profile?.variables ?? {};
  });
  const components = files.filter(({ path }) => path.endsWith('-hsmeta.json'));
  for (const values of variables.length > 0 ? variables : [{}]) checkComponents(components, files, values, found);
  return [...new Set(found)];
}

function checkComponents(
  components: readonly ProjectFile[],
  files: readonly ProjectFile[],
  variables: Record<string, unknown>,
  found: string[],
): void {
  const uids = new Map<string, string>();
  const kinds = new Map<string, string>();
  for (const file of components) {
    const content = parsed(file, found) as
      | { uid?: unknown; type?: unknown; config?: { entrypoint?: unknown } }
      | undefined;
    if (!content) continue;
    const type = String(content.type);
    const component = Object.hasOwn(COMPONENTS, type) ? COMPONENTS[type] : undefined;
    if (!component) {
      found.push(`${file.path}: type must be one of ${Object.keys(COMPONENTS).join(', ')}`);
      continue;
    }
    if (file.path.slice(0, file.path.lastIndexOf('/')) !== component.folder)
      found.push(`${file.path}: HubSpot finds a component of type ${type} in ${component.folder} only`);
    if (component.single && kinds.has(type))
      found.push(`${file.path}: there may be one ${type} only, beside ${kinds.get(type)}`);
    kinds.set(type, file.path);
    const uid = String(content.uid);
    if (uids.has(uid)) found.push(`${file.path}: uid is taken by ${uids.get(uid)}`);
    uids.set(uid, file.path);
    checked(file, component.schema, variables, found);
    const entry = content.config?.entrypoint;
    if (typeof entry === 'string' && !files.some(({ path }) => path === SRC + entry))
      found.push(`${file.path}: config.entrypoint names ${entry}, which is not there`);
  }
  if (!kinds.has('app')) found.push('src/app/app-hsmeta.json is missing');
}

function checked(file: ProjectFile, schema: z.ZodType, variables: Record<string, unknown>, found: string[]): unknown {
  const content = parsed(file, found);
  if (content === undefined) return undefined;
  const filled = fill(content, variables, (name) => found.push(`${file.path}: no profile has a variable ${name}`));
  const result = schema.safeParse(filled);
  if (result.success) return result.data;
  for (const issue of result.error.issues) found.push(`${file.path}: ${placeOf(issue.path)}${issue.message}`);
  return undefined;
}

function parsed({ path, text }: ProjectFile, found: string[]): unknown {
  try {
    return JSON.parse(text);
  } catch {
    found.push(`${path}: is no JSON`);
    return undefined;
  }
}

/** As HubSpot does it: `${NAME}` in any string of a component stands for a profile's variable. */
function fill(value: unknown, variables: Record<string, unknown>, onUnknown: (name: string) => void): unknown {
  if (typeof value === 'string') {
    return value.replace(/\$\{(.*?)\}/g, (_, name: string) => {
      if (!Object.hasOwn(variables, name)) onUnknown(name);
      return String(variables[name] ?? '');
    });
  }
  if (Array.isArray(value)) return value.map((part) => fill(part, variables, onUnknown));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, fill(part, variables, onUnknown)]));
}

function placeOf(path: readonly PropertyKey[]): string {
  return path.length === 0 ? '' : `${path.map(String).join('.')} `;
}
