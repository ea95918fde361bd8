import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Finding, PackageFile } from '../package-rules/app-package.ts';
import { validatePackage } from '../package-rules/validate.ts';
import { buildPages, ROOT, readFolder } from './build-pages.ts';
import { manifestFor } from './manifest.ts';
import { zipOf } from './zip.ts';

export interface AppPackage {
  files: readonly PackageFile[];
  /** What an admin uploads to Zendesk. */
  zip: Uint8Array;
  warnings: readonly Finding[];
}

/** Builds the package, without a network. Rejects with everything that Zendesk would refuse. */
export async function buildPackage(server: URL | null): Promise<AppPackage> {
  const { version } = JSON.parse(await readFile(join(ROOT, 'package.json'), 'utf8')) as { version: string };
  const manifest = `${JSON.stringify(manifestFor(server, version), null, 2)}\n`;
  const files = [
    { path: 'manifest.json', bytes: new TextEncoder().encode(manifest) },
    ...(await readFolder(join(ROOT, 'package'))),
    ...(await buildPages()),
  ];
  const findings = validatePackage(files);
  const errors = findings.filter(({ level }) => level === 'error');
  if (errors.length > 0) {
    throw new Error(`Zendesk would refuse the package:\n${errors.map(({ message }) => `- ${message}`).join('\n')}`);
  }
  return { files, zip: zipOf(files), warnings: findings };
}

/** The package's files in a folder, for whoever serves them from there. */
export async function writeFolder(files: readonly PackageFile[], folder: string): Promise<void> {
  for (const { path, bytes } of files) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), bytes);
  }
}
