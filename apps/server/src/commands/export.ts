import { writeFile } from 'node:fs/promises';
import { AppError } from '@draftsmith/errors';
import { Command } from 'commander';
import type { CommandEnvironment } from '../cli.ts';
import { askForExport } from '../person/ask-person.ts';
import { readServerSettings } from '../settings.ts';
import { personOf, withPersonOptions } from './person/person-options.ts';

const EXAMPLES = `
Examples:
  export --email anna@example.org --out anna.json
  export --name "Anna Weber" --account-number 00172 > anna.json

The file explains its fields and holds personal data in clear: hand it to the
person only.`;

export function exportCommand({ raw, out, say }: CommandEnvironment): Command {
  return withPersonOptions(new Command('export'))
    .description('Everything that is stored of one person, as JSON')
    .option('--out <file>', 'a new file, readable by you only (default: standard output)')
    .addHelpText('after', EXAMPLES)
    .action(async ({ out: path, ...person }: { out?: string }) => {
      const exported = await askForExport(personOf(person), readServerSettings(await raw()));
      const json = JSON.stringify(exported, null, 2);
      if (path === undefined) return out(json);
      await writeNew(path, `${json}\n`);
      const { drafts, proposals } = exported;
      const some = [
        counted(drafts.length, 'draft'),
        ...(proposals.length > 0 ? [counted(proposals.length, 'proposal')] : []),
      ];
      say(`${some.join(' and ')} written to ${path}`);
    });
}

const counted = (n: number, what: string) => `${n} ${n === 1 ? what : `${what}s`}`;

async function writeNew(path: string, text: string): Promise<void> {
  await writeFile(path, text, { flag: 'wx', mode: 0o600 }).catch((cause: NodeJS.ErrnoException) => {
    const why = cause.code === 'EEXIST' ? 'it exists already' : 'check the folder and its permissions';
    throw new AppError('invalid', `--out: ${path} cannot be written (${why})`, { code: 'export.file', cause });
  });
}
