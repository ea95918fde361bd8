import {
  globSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type Packed, ROOT } from './pack.ts';
import { run } from './run.ts';

/** Somebody else's project with the packages in its node_modules. */
export interface Consumer extends Disposable {
  /** Runs a file with plain Node. @returns its standard output */
  execute(name: string, text: string, env?: Record<string, string>): Promise<string>;
  /** Type-checks files by name. Rejects with what the compiler says. */
  check(files: Record<string, string>, compilerOptions: object): Promise<void>;
}

/** @param peers whether the optional peers are installed, too */
export function createConsumer(packed: readonly Packed[], { peers }: { peers: boolean }): Consumer {
  const folder = mkdtempSync(join(tmpdir(), 'draftsmith-consumer-'));
  const modules = join(folder, 'node_modules');
  for (const { manifest, files } of packed) {
    for (const [path, text] of files) write(join(modules, manifest.name, path), text);
  }
  link(join(ROOT, 'node_modules/@types/node'), join(modules, '@types/node'));
  for (const [name, from] of installed(packed, peers)) link(from, join(modules, name));

  return {
    execute(name, text, env = {}) {
      write(join(folder, name), text);
      // Nothing of ours but what a shell has: NODE_OPTIONS of the tests would come along.
      const { PATH = '' } = process.env;
      return run(process.execPath, [name], { cwd: folder, env: { PATH, ...env } });
    },
    async check(files, compilerOptions) {
      for (const [name, text] of Object.entries(files)) write(join(folder, name), text);
      const options = { strict: true, noEmit: true, target: 'es2024', types: ['node'], ...compilerOptions };
      const project = JSON.stringify({ compilerOptions: options, files: Object.keys(files) });
      write(join(folder, 'tsconfig.json'), project);
      await run(process.execPath, [join(ROOT, 'node_modules/typescript/bin/tsc'), '-p', '.'], { cwd: folder });
    },
    [Symbol.dispose]: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** Other people's packages that these ask for, and where this repository has them. */
function installed(packed: readonly Packed[], peers: boolean): Map<string, string> {
  const folders = foldersByName();
  const own = new Set(packed.map(({ manifest }) => manifest.name));
  return new Map(
    packed.flatMap(({ manifest: { name, dependencies, peerDependencies } }) =>
      Object.keys({ ...dependencies, ...(peers ? peerDependencies : {}) })
        .filter((wanted) => !own.has(wanted))
        .map((wanted) => [wanted, join(folders.get(name) ?? '', 'node_modules', wanted)] as const),
    ),
  );
}

function foldersByName(): Map<string, string> {
  const manifests = globSync('{packages,shared}/*/package.json', { cwd: ROOT }).map((path) => join(ROOT, path));
  return new Map(
    manifests.map((path) => [(JSON.parse(readFileSync(path, 'utf8')) as { name: string }).name, dirname(path)]),
  );
}

function write(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

/** To the real place, where its own dependencies lie beside it. */
function link(from: string, to: string): void {
  mkdirSync(dirname(to), { recursive: true });
  symlinkSync(realpathSync(from), to, 'junction');
}
