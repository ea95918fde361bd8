import { type Zippable, zipSync } from 'fflate';
import type { Entries } from './unzip.ts';

/** Word and others look for them first. */
const FIRST = ['[Content_Types].xml', '_rels/.rels'];

/**
 * The same bytes for the same entries, whatever the machine, the clock and the time zone.
 *
 * @param date YYYY-MM-DD, of all entries
 */
export function zip(entries: Entries, date: string): Uint8Array {
  const [year = 1980, month = 1, day = 1] = date.split('-').map(Number);
  // Zips have no time zone and begin in 1980; the hour is the same on the wall everywhere, and no clock skips noon.
  const mtime = new Date(Math.min(Math.max(year, 1980), 2099), month - 1, day, 12);
  const names = [...entries.keys()].sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
  const content: Zippable = Object.create(null);
  for (const name of names) content[name] = [entries.get(name) ?? new Uint8Array(), { mtime, level: 6 }];
  return zipSync(content);
}

function rank(name: string): number {
  const at = FIRST.indexOf(name);
  return at < 0 ? FIRST.length : at;
}
