import { text } from 'node:stream/consumers';
import { AppError } from '@draftsmith/errors';
import { checkDraft, type DraftCheck, summary } from '@draftsmith/grounding';
import { Command } from 'commander';
import { z } from 'zod';
import type { CommandEnvironment } from '../cli.ts';
import { decodeUtf8 } from '../files/decode-utf8.ts';
import { type JsonLine, readJsonLines } from '../files/json-lines.ts';
import { parseJson } from '../files/parse-json.ts';
import { checkText } from './check-text.ts';

interface CheckCommandOptions {
  json?: boolean;
  jsonl?: boolean;
  details?: boolean;
  allowLink: string[];
}

const EXPECTED = '{"id","draft","sources":[{"id","text"}],"language"?}';
const id = z.union([z.string(), z.number()]).transform(String);
const source = z.object({
  id,
  text: z.string(),
  title: z.string().optional(),
  locale: z.string().optional(),
  kind: z.enum(['knowledge', 'conversation']).optional(),
});
const document = z.object({
  id: id.optional(),
  draft: z.string(),
  sources: z.array(source),
  language: z.string().optional(),
});
const line = document.extend({ id });

type CheckInput = z.infer<typeof document>;

export function checkCommand(environment: CommandEnvironment): Command {
  const collect = (value: string, before: string[]) => [...before, value];
  return new Command('check')
    .description('Checks every sentence of a draft against its sources; JSON comes on standard input')
    .option('--json', 'one JSON document in, one out')
    .option('--jsonl', `JSON lines ${EXPECTED} in, one answer a line out`)
    .option('--details', 'with every claim: kind, place, verdict, source')
    .option('--allow-link <host or prefix>', 'a link that needs no source; may be repeated', collect, [])
    .action(async (options: CheckCommandOptions) =>
      options.jsonl ? checkLines(options, environment) : checkOne(options, environment),
    );
}

async function checkOne(options: CheckCommandOptions, { out, say, stdin }: CommandEnvironment): Promise<void> {
  if ('isTTY' in stdin && stdin.isTTY) say(`Type ${EXPECTED}, then Ctrl+D on a line of its own`);
  const input = document.safeParse(parseJson(await text(decodeUtf8(stdin, 'convert the document with iconv'))));
  if (!input.success)
    throw new AppError('invalid', `Expected ${EXPECTED} on standard input; ${wrongPart(input.error)}`);
  const check = checkInput(input.data, options);
  if (options.json) out(JSON.stringify(report(input.data.id, check, options), null, 2));
  else {
    const coloured = process.stdout.isTTY === true;
    for (const printed of checkText(check, { coloured, details: options.details ?? false })) out(printed);
    out(summary(check, 'en').text);
  }
}

async function checkLines(options: CheckCommandOptions, { out, stdin }: CommandEnvironment): Promise<void> {
  for await (const read of readJsonLines(stdin)) {
    const answer = answerLine(read, options);
    if ('error' in answer) process.exitCode = 1;
    out(JSON.stringify(answer));
  }
}

function answerLine(read: JsonLine, options: CheckCommandOptions): Record<string, unknown> {
  if ('error' in read) return read;
  const input = line.safeParse(read.value);
  if (!input.success) return { line: read.line, error: `Expected ${EXPECTED}; ${wrongPart(input.error)}` };
  try {
    return report(input.data.id, checkInput(input.data, options), options);
  } catch (thrown) {
    if (!(thrown instanceof AppError)) throw thrown;
    return { line: read.line, id: input.data.id, error: thrown.message };
  }
}

function checkInput({ draft, language, sources }: CheckInput, { allowLink }: CheckCommandOptions): DraftCheck {
  const given = sources.map(({ id: sourceId, text: body, title, locale, kind }) => ({
    id: sourceId,
    text: body,
    ...(title !== undefined && { title }),
    ...(locale !== undefined && { locale }),
    ...(kind !== undefined && { kind }),
  }));
  return checkDraft({ text: draft, ...(language !== undefined && { language }) }, given, { allowedLinks: allowLink });
}

function report(
  inputId: string | undefined,
  check: DraftCheck,
  { details }: CheckCommandOptions,
): Record<string, unknown> {
  const sentences = check.sentences.map(({ claims, start, end, text: sentence, verdict, source: place, ...rest }) => ({
    text: sentence,
    verdict,
    ...(place && { source: place }),
    ...rest,
    ...(details && { start, end, claims }),
  }));
  const { supported, claims, language } = check;
  return { ...(inputId !== undefined && { id: inputId }), sentences, supported, claims, ...(details && { language }) };
}

/** The part that is wrong, without its value. */
function wrongPart(error: z.ZodError): string {
  const [issue] = error.issues;
  return issue?.path.length ? `${issue.path.join('.')} is missing or of another kind` : 'this is no JSON object';
}
