import { Readable } from 'node:stream';
import type { RawSettings } from '@draftsmith/settings';
import type { CommandEnvironment } from '../cli.ts';

/** What a command is given in a test, and what it says: `out` on standard output, `said` on standard error. */
export function environmentOf({ raw = {}, stdin = '' }: { raw?: RawSettings; stdin?: string | Buffer } = {}) {
  const [out, said]: [string[], string[]] = [[], []];
  const environment: CommandEnvironment = {
    raw: async () => raw,
    out: (line) => out.push(line),
    say: (line) => said.push(line),
    stdin: Readable.from([Buffer.from(stdin)]),
    interactive: false,
  };
  return { environment, out, said };
}
