import { type Zippable, zipSync } from 'fflate';
import type { PackageFile } from '../package-rules/app-package.ts';

/** The earliest time that a ZIP can tell; in local time, as the format has it, so the bytes are the same everywhere. */
const NO_TIME = new Date(1980, 0, 1);

/** The same files give the same bytes, in whatever order they come. */
export function zipOf(files: readonly PackageFile[]): Uint8Array {
  const entries = files
    .toSorted((a, b) => (a.path < b.path ? -1 : 1))
    .map(({ path, bytes }): [string, Zippable[string]] => [path, [bytes, { mtime: NO_TIME, level: 9 }]]);
  return zipSync(Object.fromEntries(entries));
}
