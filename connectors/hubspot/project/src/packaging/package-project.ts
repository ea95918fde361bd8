import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import { type ProjectFile, validateProject } from '../hsmeta/validate.ts';
import { serviceUrlOf } from './service-url.ts';

export const ROOT = join(import.meta.dirname, '../..');

export const PROFILE = 'production';

export interface PackageOptions {
  /** The folder that the project is written to; what was there is replaced. */
  outDir: string;
  /** Where HubSpot and the card reach Draftsmith, e.g. `https://drafts.example.com`. */
  serviceUrl: string;
  /** The HubSpot account that the app is kept in. Absent: to be written into the profile before the upload. */
  accountId?: number;
}

export interface PackagedProject {
  /** Sorted by path. */
  files: readonly ProjectFile[];
}

/**
 * Writes the project as `hs project upload --profile production` takes it. Needs no network; the same sources and options
 * give the same bytes. Rejects with everything that HubSpot would refuse.
 */
export async function packageProject({ outDir, serviceUrl, accountId }: PackageOptions): Promise<PackagedProject> {
  const profile = {
    ...(accountId !== undefined && { accountId }),
    variables: { SERVICE_URL: serviceUrlOf(serviceUrl) },
  };
  const files = [
    { path: 'hsproject.json', text: await readFile(join(ROOT, 'hsproject.json'), 'utf8') },
    { path: `hsprofile.${PROFILE}.json`, text: `${JSON.stringify(profile, null, 2)}\n` },
    ...(await readApp()),
  ].toSorted((one, other) => (one.path < other.path ? -1 : 1));
  const found = validateProject(files);
  if (found.length > 0)
    throw new Error(`HubSpot would refuse the project:\n${found.map((line) => `- ${line}`).join('\n')}`);
  await empty(outDir);
  for (const { path, text } of files) {
    await mkdir(dirname(join(outDir, path)), { recursive: true });
    await writeFile(join(outDir, path), text);
  }
  return { files };
}

/** A mistyped folder must not cost anybody its files: only a project is replaced. */
async function empty(outDir: string): Promise<void> {
  const there: string[] = await readdir(outDir).catch(() => []);
  if (there.length > 0 && !there.includes('hsproject.json')) {
    throw new Error(`${outDir} has other files in it: name a folder that is empty or holds an earlier project`);
  }
  await rm(outDir, { recursive: true, force: true });
}

/** What belongs to the app itself. Tests stay here: HubSpot would install nothing that they need. */
async function readApp(): Promise<ProjectFile[]> {
  const folder = join(ROOT, 'src', 'app');
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name) && !entry.name.startsWith('.'))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !path.includes(`${sep}node_modules${sep}`));
  return Promise.all(
    paths.map(async (path) => ({
      path: relative(ROOT, path).split(sep).join('/'),
      text: await readFile(path, 'utf8'),
    })),
  );
}
