import { globSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

export const ROOT = join(import.meta.dirname, '../../..');
const FOLDERS = ['apps', 'packages', 'connectors', 'shared', 'test'];
/** What runs within a source system's own pages is a package of its own, beside its connector. */
const MANIFESTS = [
  ...FOLDERS.map((folder) => `${folder}/*/package.json`),
  'connectors/*/{sidebar,project}/package.json',
];

export interface WorkspacePackage {
  name: string;
  /** Path from the root, e.g. `packages/llm`. */
  folder: string;
  layer: string;
  isPrivate: boolean;
  /** Peers among them: what the package needs and leaves to others to install. */
  dependencies: string[];
  devDependencies: string[];
}

export interface SourceFile {
  /** Path from the root. */
  path: string;
  text: string;
  owner: WorkspacePackage;
  isTest: boolean;
  imports: string[];
}

interface Manifest {
  name: string;
  private?: boolean;
  peerDependencies?: Record<string, string>;
  dependencies?: Record<string, string>;
  devDependencies?: Record<string, string>;
}

export function readWorkspace(): { packages: WorkspacePackage[]; files: SourceFile[] } {
  const packages = globSync(MANIFESTS, { cwd: ROOT }).map(readPackage);
  return { packages, files: packages.flatMap(readSources) };
}

function readPackage(path: string): WorkspacePackage {
  const {
    name,
    private: isPrivate = false,
    dependencies = {},
    peerDependencies = {},
    devDependencies = {},
  } = JSON.parse(readFileSync(join(ROOT, path), 'utf8')) as Manifest;
  const folder = dirname(path);
  return {
    name,
    folder,
    layer: folder.split('/')[0] ?? '',
    isPrivate,
    dependencies: Object.keys({ ...dependencies, ...peerDependencies }),
    devDependencies: Object.keys(devDependencies),
  };
}

function readSources(owner: WorkspacePackage): SourceFile[] {
  return globSync('{src/**/,}*.{ts,tsx}', {
    cwd: join(ROOT, owner.folder),
    exclude: (name) => name === 'node_modules' || name === 'dist',
  }).map((found) => {
    const path = relative(ROOT, join(ROOT, owner.folder, found));
    const text = readFileSync(join(ROOT, path), 'utf8');
    return { path, text, owner, isTest: isTestFile(path), imports: importsOf(text) };
  });
}

/** Tests, and what only tests and tools load: these may use development dependencies. */
function isTestFile(path: string): boolean {
  return (
    /(\.test\.tsx?$|\/testing(\.ts$|\/)|\/measure\.ts$|\/dev\/|\.config\.ts$|\.contract\.ts$|\/__fixtures__\/)/.test(
      path,
    ) ||
    path.startsWith('test/') ||
    path.startsWith('packages/connector-testing/')
  );
}

const IMPORT = /(?:^|[\s;])(?:import|export)\s(?:[^'";]*?\sfrom\s)?'([^']+)'|import\('([^']+)'\)/g;

function importsOf(text: string): string[] {
  return [...text.matchAll(IMPORT)].flatMap(([, fixed, dynamic]) => fixed ?? dynamic ?? []);
}

/** `@scope/name/sub` and `name/sub` without the sub-path. */
export function packageNameOf(specifier: string): string {
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
}
