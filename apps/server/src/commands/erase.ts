import { Command } from 'commander';
import type { CommandEnvironment } from '../cli.ts';
import { askForErasure } from '../person/ask-person.ts';
import { readServerSettings } from '../settings.ts';
import { erasureText } from './person/erasure-text.ts';
import { personOf, withPersonOptions } from './person/person-options.ts';

/** Characters a line where nobody watches. */
const WIDTH = 80;

const EXAMPLES = `
Examples:
  erase --email anna@example.org                      a look: nothing is changed
  erase --email anna@example.org --phone "+49 170 1234567" --yes

Words, prompts, jobs and cached answers go; figures and identifiers stay. Killed
in the middle, the same command goes on. The report lists what nobody here can
reach.`;

export function eraseCommand(
  { raw, out }: CommandEnvironment,
  { width = process.stdout.columns ?? WIDTH } = {},
): Command {
  return withPersonOptions(new Command('erase'))
    .description('Erase what is stored of one person')
    .option('--yes', 'do it; without it, only a look at what would be erased')
    .option('--json', 'one JSON document')
    .addHelpText('after', EXAMPLES)
    .action(async ({ yes = false, json, ...person }: { yes?: boolean; json?: boolean }) => {
      const report = await askForErasure(personOf(person), yes, readServerSettings(await raw()));
      for (const line of json ? [JSON.stringify(report, null, 2)] : erasureText(report, width)) out(line);
    });
}
