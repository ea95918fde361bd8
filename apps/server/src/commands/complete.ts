import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import type { Attempt, CompletionResult } from '@draftsmith/contracts';
import { AppError } from '@draftsmith/errors';
import { silentLogger } from '@draftsmith/logger';
import { Command } from 'commander';
import { z } from 'zod';
import { type Chain, createConfiguredChain } from '../chain.ts';
import type { CommandEnvironment } from '../cli.ts';
import { readServerSettings } from '../settings.ts';
import { failedAttempts } from './failed-attempts.ts';
import { forEachAtOnce } from './for-each-at-once.ts';

interface CompleteOptions {
  json?: boolean;
  jsonl?: boolean;
  cache: boolean;
}

/** Prompts that are asked at the same time. */
const AT_ONCE = 8;

const line = z.object({ id: z.union([z.string(), z.number()]).transform(String), prompt: z.string().min(1) });

export function completeCommand({ raw, out, say, stdin }: CommandEnvironment): Command {
  return new Command('complete')
    .description('One completion through the provider chain; the prompt comes on standard input')
    .option('--json', 'one JSON document with provider, attempts, usage and cost')
    .option('--jsonl', 'JSON lines {"id","prompt"} in, one answer a line out, as each ends')
    .option('--no-cache', 'neither read nor write the cache')
    .action(async (options: CompleteOptions) => {
      const chain = createConfiguredChain(readServerSettings(await raw()), { logger: silentLogger });
      if (options.jsonl) return completeLines(chain, options, { out, stdin });
      if ('isTTY' in stdin && stdin.isTTY) say('Type the prompt, then Ctrl+D on a line of its own');
      const prompt = (await text(stdin)).trim();
      if (!prompt)
        throw new AppError('invalid', 'Expected a prompt on standard input, e.g. echo "Hello" | draftsmith complete');
      const result = await ask(chain, prompt, options);
      if (!options.json) for (const failure of failedAttempts(attemptsOf(result))) say(failure);
      if (options.json) out(JSON.stringify(report(result), null, 2));
      else if (result.kind === 'answered') out(result.completion.text);
      if (result.kind !== 'answered') throw new AppError('unavailable', noAnswer(result, chain));
    });
}

async function completeLines(
  chain: Chain,
  options: CompleteOptions,
  { out, stdin }: Pick<CommandEnvironment, 'out' | 'stdin'>,
): Promise<void> {
  let read = 0;
  await forEachAtOnce(createInterface({ input: stdin }), AT_ONCE, async (input) => {
    read += 1;
    if (!input.trim()) return;
    const parsed = line.safeParse(parseJson(input));
    if (!parsed.success) {
      out(JSON.stringify({ line: read, error: 'Expected {"id","prompt"} on each line' }));
      process.exitCode = 1;
      return;
    }
    const { id, prompt } = parsed.data;
    const result = await ask(chain, prompt, options);
    if (result.kind !== 'answered') process.exitCode = 1;
    out(JSON.stringify({ id, ...report(result) }));
  });
}

function ask(chain: Chain, prompt: string, { cache }: CompleteOptions): Promise<CompletionResult> {
  const request = {
    purpose: 'prompt',
    account: 'command-line',
    instructions: '',
    messages: [{ role: 'user', text: prompt }],
    maxOutputTokens: 2_000,
  } as const;
  return chain.completer.complete(request, { cache: cache ? 'on' : 'off' });
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
  if (result.kind !== 'answered') return { error: result.detail, outcome: result.kind, attempts: result.attempts };
  const { text: answer, provider, model, attempts, usage, cost, cache } = result.completion;
  return { text: answer, provider, model, attempts, usage, cost, cache };
}

function parseJson(value: string): unknown {
  try {
    return JSON.parse(value);
  } catch {
    return undefined;
  }
}
