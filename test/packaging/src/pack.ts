import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createPackageFromTarballData, type Package } from '@arethetypeswrong/core';
import { run } from './run.ts';

export const ROOT = join(import.meta.dirname, '../../..');

export interface Manifest {
  name: string;
  license: string;
  exports: Record<string, string>;
  dependencies?: Record<string, string>;
  peerDependencies?: Record<string, string>;
}

/** A tarball as it would be published. */
export interface Packed {
  manifest: Manifest;
  tarball: Uint8Array<ArrayBuffer>;
  /** Contents by path in the package, e.g. `dist/index.js`. */
  files: ReadonlyMap<string, string>;
}

/** Packs packages/llm and the packages of this repository that it depends on, by the very command that publishing uses. */
export async function packAll(folder: string): Promise<Packed[]> {
  const { command, args } = pnpm();
  const pack = ['--filter-prod', '@draftsmith/llm...', 'pack', '--pack-destination', folder];
  // To look whether all is installed is the business of whoever started the tests.
  const env = { ...process.env, pnpm_config_verify_deps_before_run: 'false' };
  await run(command, [...args, ...pack], { cwd: ROOT, env });
  return readdirSync(folder)
    .filter((name) => name.endsWith('.tgz'))
    .map((name) => unpack(new Uint8Array(readFileSync(join(folder, name)))));
}

/** The one that runs the tests, else the one that npm has in its cache. */
function pnpm(): { command: string; args: readonly string[] } {
  const running = process.env.npm_execpath;
  if (running && /pnpm(\.exe)?$/.test(running)) return { command: running, args: [] };
  const npx = process.platform === 'win32' ? 'npx.cmd' : 'npx';
  return { command: npx, args: ['--yes', '--prefer-offline', 'pnpm@12'] };
}

function unpack(tarball: Uint8Array<ArrayBuffer>): Packed {
  const contents: Package = createPackageFromTarballData(tarball);
  const root = `/node_modules/${contents.packageName}/`;
  const files = new Map(contents.listFiles().map((path) => [path.slice(root.length), contents.readFile(path)]));
  return { manifest: JSON.parse(files.get('package.json') ?? '{}') as Manifest, tarball, files };
}
