import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { PackageFile } from '../package-rules/app-package.ts';

export const ROOT = join(import.meta.dirname, '../..');

/** The app's page and script, bundled; the files of the package's `assets` folder. */
export async function buildPages(): Promise<PackageFile[]> {
  // Within the package, so that nothing is left behind elsewhere when the process is killed.
  const scratch = join(ROOT, 'node_modules');
  await mkdir(scratch, { recursive: true });
  const folder = await mkdtemp(join(scratch, '.sidebar-'));
  try {
    await viteBuild(folder);
    return (await readFolder(folder)).map((file) => ({ ...file, path: `assets/${file.path}` }));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Every file below a folder, with its path within it. */
export async function readFolder(folder: string): Promise<PackageFile[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return Promise.all(
    files.map(async (file) => ({
      path: relative(folder, file).split(sep).join('/'),
      bytes: new Uint8Array(await readFile(file)),
    })),
  );
}

/** In a child process: the caller's NODE_ENV must not decide which React ends in the bundle. */
async function viteBuild(outDir: string): Promise<void> {
  const vite = join(fileURLToPath(import.meta.resolve('vite/package.json')), '..', 'bin', 'vite.js');
  const child = spawn(process.execPath, [vite, 'build', '--outDir', outDir, '--emptyOutDir', '--logLevel', 'warn'], {
    cwd: ROOT,
    env: { NODE_ENV: 'production' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
  }
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  if (code !== 0) throw new Error(`The app could not be built:\n${output.trim()}`);
}
