import { text as readText } from 'node:stream/consumers';
import { AppError } from '@draftsmith/errors';
import { createRedactor, type RedactionOptions } from '@draftsmith/privacy';
import { Command } from 'commander';
import { z } from 'zod';
import type { CommandEnvironment } from '../cli.ts';
import { decodeUtf8 } from '../files/decode-utf8.ts';
import { readJsonLines } from '../files/json-lines.ts';
import { readKnown } from './read-known.ts';

interface RedactOptions {
  jsonl?: boolean;
  region?: string[];
  allow?: string[];
  deny?: string[];
  realistic?: boolean;
}

const line = z.object({
  id: z.union([z.string(), z.number()]).transform(String),
  text: z.string(),
  known: z.unknown().optional(),
});

export function redactCommand(environment: CommandEnvironment): Command {
  return new Command('redact')
    .description('Takes personal data out of a text on standard input; [PERSON_1] stands for the first person')
    .option('--jsonl', 'JSON lines {"id","text","known"?} in, {"id","text","entities"} out')
    .option('--region <countries>', 'countries of national phone numbers, e.g. US,DE', regions)
    .option('--allow <value>', 'stays as it is; may be repeated', collect)
    .option('--deny <value>', 'is always replaced; may be repeated', collect)
    .option('--realistic', 'invented names and addresses in place of [PERSON_1] and [EMAIL_1]')
    .action(async ({ jsonl, region, allow, deny, realistic }: RedactOptions) => {
      const options: RedactionOptions = {
        ...(region && { regions: region }),
        ...(allow && { allow }),
        ...(deny && { deny }),
        surrogates: realistic ? 'realistic' : 'placeholders',
      };
      await (jsonl ? redactLines(options, environment) : redactOne(options, environment));
    });
}

async function redactOne(options: RedactionOptions, { out, say, stdin }: CommandEnvironment): Promise<void> {
  if ('isTTY' in stdin && stdin.isTTY) say('Type the text, then Ctrl+D on a line of its own');
  const text = await readText(decodeUtf8(stdin, 'convert the text with iconv'));
  const redactor = createRedactor([], options);
  // `out` ends the line itself.
  out(redactor.redact(text).replace(/\r?\n$/, ''));
  const counts = Object.entries(redactor.counts()).filter(([, count]) => count > 0);
  say(
    counts.length === 0
      ? 'Nothing was replaced'
      : `Replaced: ${counts.map(([type, count]) => `${type} ${count}`).join(', ')}`,
  );
}

async function redactLines(options: RedactionOptions, { out, stdin }: CommandEnvironment): Promise<void> {
  for await (const read of readJsonLines(stdin)) {
    const answer = 'error' in read ? read : redactLine(read, options);
    if ('error' in answer) process.exitCode = 1;
    out(JSON.stringify(answer));
  }
}

function redactLine(read: { line: number; value: unknown }, options: RedactionOptions) {
  const parsed = line.safeParse(read.value);
  if (!parsed.success) return { line: read.line, error: 'Expected {"id","text","known"?} on each line' };
  const { id, text, known } = parsed.data;
  const people = readKnown(known);
  if (!people) return { line: read.line, id, error: 'Expected "known" to be a person {"name","email",...} or a list' };
  return { id, ...createRedactor(people, options).inspect(text) };
}

function regions(value: string): string[] {
  const countries = value.split(',').map((country) => country.trim().toUpperCase());
  if (countries.every((country) => /^[A-Z]{2}$/.test(country))) return countries;
  throw new AppError('invalid', '--region: expected countries of two letters, e.g. US,DE');
}

function collect(value: string, earlier: string[] = []): string[] {
  return [...earlier, value];
}
