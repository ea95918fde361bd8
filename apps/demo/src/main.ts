import { parseArgs } from 'node:util';
import { isAppError } from '@draftsmith/errors';
import { runDemo } from './run-demo.ts';

const HELP = `npx pnpm@12 demo [--once] [--port 4310]

A small company's helpdesk, simulated: its tickets get drafts while you watch, then the console stays up.
  --once   end after the table; fails unless every ticket reached an outcome
  --port   where the console listens (default: PORT, else 4310)
With OPENAI_API_KEY, ANTHROPIC_API_KEY or DRAFTSMITH_LOCAL_URL and DRAFTSMITH_LOCAL_MODEL set, they write the drafts.`;

try {
  const { values } = parseArgs({
    options: { once: { type: 'boolean' }, port: { type: 'string' }, help: { type: 'boolean', short: 'h' } },
  });
  if (values.help) process.stdout.write(`${HELP}\n`);
  else process.exitCode = await runDemo({ once: values.once ?? false, ...(values.port && { port: values.port }) });
} catch (thrown) {
  const wrongOption =
    thrown instanceof TypeError && 'code' in thrown && String(thrown.code).startsWith('ERR_PARSE_ARGS');
  if (!isAppError(thrown) && !wrongOption) throw thrown;
  process.stderr.write(`${thrown.message}\n${wrongOption ? `\n${HELP}\n` : ''}`);
  process.exitCode = 1;
}
