import { readFile } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import type { AccountPolicy } from '@draftsmith/contracts';
import { AppError } from '@draftsmith/errors';
import type { Attempt, CompletionResult, JsonSchema } from '@draftsmith/llm';
import { silentLogger } from '@draftsmith/logger';
import { Command } from 'commander';
import { z } from 'zod';
import type { Chain } from '../chain.ts';
import type { CommandEnvironment } from '../cli.ts';
import { defaultPolicyOf } from '../default-policy.ts';
import { decodeUtf8 } from '../files/decode-utf8.ts';
import { type JsonLine, readJsonLines } from '../files/json-lines.ts';
import { parseJson } from '../files/parse-json.ts';
import { readServerSettings } from '../settings.ts';
import { openChainSession } from './chain-session.ts';
import { failedAttempts } from './failed-attempts.ts';
import { forEachAtOnce } from './for-each-at-once.ts';
import { redactPrompt } from './redacted-prompt.ts';

interface CompleteOptions {
  json?: boolean;
  jsonl?: boolean;
  schema?: string;
  cache: boolean;
  redact: boolean;
}

/** How every prompt of a run is asked. */
interface Asking {
  chain: Chain;
  cache: 'on' | 'off';
  /** Absent: prompts leave as they were typed. */
  privacy?: AccountPolicy['privacy'];
  schema?: JsonSchema;
}

/** Prompts that are asked at the same time. */
const AT_ONCE = 8;

const line = z.object({ id: z.union([z.string(), z.number()]).transform(String), prompt: z.string().regex(/\S/) });

export function completeCommand(environment: CommandEnvironment): Command {
  return new Command('complete')
    .description('One completion through the provider chain; the prompt comes on standard input')
    .option('--json', 'one JSON document with provider, attempts, usage and cost')
    .option('--jsonl', 'JSON lines {"id","prompt"} in, one answer a line out, as each ends')
    .option('--schema <file>', 'a JSON schema that the answer must satisfy')
    .option('--no-cache', 'neither read nor write the cache')
    .option('--no-redact', 'send the prompt as it is, with the personal data in it')
    .action(async (options: CompleteOptions) => {
      const schema = options.schema === undefined ? undefined : await readSchema(options.schema);
      const settings = readServerSettings(await environment.raw());
      await using session = await openChainSession(settings, { logger: silentLogger, say: environment.say });
      const asking: Asking = {
        chain: session.chain,
        cache: options.cache ? 'on' : 'off',
        ...(options.redact && { privacy: defaultPolicyOf(settings).privacy }),
        ...(schema && { schema }),
      };
      // Awaited here: the session ends with this function.
      await (options.jsonl ? completeLines(asking, environment) : completeOne(asking, options, environment));
    });
}

async function completeOne(
  asking: Asking,
  { json }: CompleteOptions,
  { out, say, stdin }: CommandEnvironment,
): Promise<void> {
  if ('isTTY' in stdin && stdin.isTTY) say('Type the prompt, then Ctrl+D on a line of its own');
  const prompt = (await text(decodeUtf8(stdin, 'convert the prompt with iconv'))).trim();
  if (!prompt)
    throw new AppError('invalid', 'Expected a prompt on standard input, e.g. echo "Hello" | draftsmith complete');
  const result = await ask(asking, prompt);
  if (!json) for (const failure of failedAttempts(attemptsOf(result))) say(failure);
  if (json) out(JSON.stringify(report(result), null, 2));
  else if (result.kind === 'answered') out(result.completion.text);
  if (result.kind !== 'answered') throw new AppError('unavailable', noAnswer(result, asking.chain));
}

async function completeLines(asking: Asking, { out, stdin }: CommandEnvironment): Promise<void> {
  await forEachAtOnce(readJsonLines(stdin), AT_ONCE, async (read) => {
    const answer = await answerLine(asking, read);
    if ('error' in answer) process.exitCode = 1;
    out(JSON.stringify(answer));
  });
}

async function answerLine(asking: Asking, read: JsonLine): Promise<Record<string, unknown>> {
  if ('error' in read) return read;
  const parsed = line.safeParse(read.value);
  if (!parsed.success) return { line: read.line, error: 'Expected {"id","prompt"} on each line' };
  const { id, prompt } = parsed.data;
  return { id, ...report(await ask(asking, prompt)) };
}

async function ask({ chain, cache, privacy, schema }: Asking, prompt: string): Promise<CompletionResult> {
  const redacted = privacy && redactPrompt(prompt, privacy);
  const request = {
    purpose: 'prompt',
    account: 'command-line',
    instructions: '',
    messages: [{ role: 'user', text: redacted?.text ?? prompt }],
    maxOutputTokens: 2_000,
    ...(redacted && { guard: redacted.guard }),
    ...(schema && { output: { name: 'answer', schema } }),
  } as const;
  const result = await chain.completer.complete(request, { cache });
  return redacted?.restored(result) ?? result;
}

function attemptsOf(result: CompletionResult): readonly Attempt[] {
  return result.kind === 'answered' ? result.completion.attempts : result.attempts;
}

/** The last provider's word; where that is the offline drafter alone, also what a newcomer lacks. */
function noAnswer({ detail }: { detail: string }, { routes }: Chain): string {
  if (routes.some(({ provider, ready }) => ready && provider !== 'offline')) return detail;
  return `No model is set up: set OPENAI_API_KEY, ANTHROPIC_API_KEY, or DRAFTSMITH_LOCAL_URL and DRAFTSMITH_LOCAL_MODEL. ${detail}`;
}

function report(result: CompletionResult): Record<string, unknown> {
  if (result.kind !== 'answered') {
    const { kind, code, detail, attempts, skipped } = result;
    return { error: detail, outcome: kind, code, attempts, skipped };
  }
  const {
    text: answer,
    data,
    provider,
    model,
    attempts,
    skipped,
    usage,
    cost,
    cache,
    degraded,
    ms,
  } = result.completion;
  return { text: answer, data, provider, model, attempts, skipped, usage, cost, cache, degraded, ms };
}

async function readSchema(file: string): Promise<JsonSchema> {
  const parsed = z.record(z.string(), z.unknown()).safeParse(parseJson(await readFile(file, 'utf8').catch(() => '')));
  if (parsed.success) return parsed.data;
  throw new AppError('invalid', `--schema ${file}: expected a file that holds a JSON schema, {"type":"object",...}`);
}
