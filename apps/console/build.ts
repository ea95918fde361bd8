import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmod, mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = import.meta.dirname;
const dist = join(root, 'dist');
const stamp = join(dist, '.sources');
const TOOLS = ['vite', '@vitejs/plugin-react', 'react', 'react-dom', 'swr'];

/**
 * The folder of the built console, an absolute path to serve as static files.
 * Builds only when the folder is missing or was built from other sources or tools; rejects with the build's own output.
 */
export async function ensureConsole(): Promise<string> {
  const wanted = await sourcesHash();
  if ((await builtFrom()) === wanted) return dist;
  await mkdir(join(root, 'node_modules'), { recursive: true });
  // Built aside and moved into place: a server that starts meanwhile never serves half a console.
  const staging = await mkdtemp(join(root, 'node_modules', '.console-'));
  try {
    await viteBuild(staging);
    await writeFile(join(staging, '.sources'), wanted);
    // A temporary folder is private to its owner; the console may be served by another user than the one who built it.
    await chmod(staging, 0o755);
    await replaceDist(staging, wanted);
  } finally {
    await rm(staging, { recursive: true, force: true });
  }
  return dist;
}

async function replaceDist(staging: string, wanted: string): Promise<void> {
  await rm(dist, { recursive: true, force: true });
  try {
    await rename(staging, dist);
  } catch (cause) {
    // Another process that built the same sources may have been first.
    if ((await builtFrom()) !== wanted) throw cause;
  }
}

async function builtFrom(): Promise<string | null> {
  return readFile(stamp, 'utf8').catch(() => null);
}

/** SHA-256 over everything that ends in the bundle, and over the versions of what makes it. */
export async function sourcesHash(): Promise<string> {
  const hash = createHash('sha256');
  for (const file of await sourceFiles()) {
    hash.update(`${relative(root, file).split(sep).join('/')}\0`);
    hash.update(await readFile(file));
  }
  for (const tool of TOOLS) hash.update(`${tool}@${await installedVersion(tool)}\0`);
  return hash.digest('hex');
}

async function sourceFiles(): Promise<string[]> {
  const files = [join(root, 'index.html'), join(root, 'vite.config.ts')];
  for (const folder of ['public', 'src']) {
    for (const entry of await readdir(join(root, folder), { recursive: true, withFileTypes: true })) {
      const file = join(entry.parentPath, entry.name);
      if (entry.isFile() && !isForDevelopers(relative(root, file))) files.push(file);
    }
  }
  return files.sort();
}

function isForDevelopers(path: string): boolean {
  return /\.test\.tsx?$/.test(path) || path.startsWith(join('src', 'dev') + sep);
}

async function installedVersion(name: string): Promise<string> {
  const text = await readFile(join(root, 'node_modules', name, 'package.json'), 'utf8').catch(() => '{}');
  const parsed: unknown = JSON.parse(text);
  return typeof parsed === 'object' && parsed !== null && 'version' in parsed ? String(parsed.version) : 'missing';
}

/** In a child process: the bundler's memory goes away with it, and the server's NODE_ENV cannot leak into the bundle. */
async function viteBuild(outDir: string): Promise<void> {
  const vite = join(fileURLToPath(import.meta.resolve('vite/package.json')), '..', 'bin', 'vite.js');
  const child = spawn(process.execPath, [vite, 'build', '--outDir', outDir, '--emptyOutDir', '--logLevel', 'warn'], {
    cwd: root,
    env: { NODE_ENV: 'production' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const output: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => output.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => output.push(chunk));
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  if (code !== 0) throw new Error(`The console could not be built:\n${Buffer.concat(output).toString('utf8').trim()}`);
}
