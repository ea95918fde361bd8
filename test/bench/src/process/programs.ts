import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Storage } from '../engines.ts';
import type { Hook, ZendeskAddress } from '../load/tasks.ts';
import { type RunningProcess, runProcess } from './run-process.ts';

const SECRET = 'bench-signing-secret';
const SUBDOMAIN = 'puddlewick';
const ROOT = join(import.meta.dirname, '../../../..');

export interface Surroundings {
  /** Temporary folder: no configuration file lies there that could change what is measured. */
  cwd: string;
  zendesk: ZendeskAddress;
}

/** The real `start` command; ready means that it says so to its operator. */
export async function startDraftsmith(
  { cwd, zendesk }: Surroundings,
  storage: Storage,
  options: { modelUrl?: string | undefined; nodeOptions?: readonly string[] } = {},
): Promise<RunningProcess & { hook: Hook }> {
  const { nodeOptions, file, args } = startScript();
  const server = await runProcess({
    file: join(ROOT, file),
    args,
    cwd,
    nodeOptions: [...nodeOptions, ...(options.nodeOptions ?? [])],
    env: {
      ...storage.env,
      PORT: '0',
      LOG_LEVEL: 'error',
      ZENDESK_SUBDOMAIN: SUBDOMAIN,
      ZENDESK_BASE_URL: zendesk.baseUrl,
      ZENDESK_OAUTH_TOKEN: zendesk.token,
      ZENDESK_WEBHOOK_SECRET: SECRET,
      ...(options.modelUrl && {
        DRAFTSMITH_LOCAL_URL: options.modelUrl,
        DRAFTSMITH_LOCAL_MODEL: 'local-simulated',
        DRAFTSMITH_ROUTES: 'local/local-simulated',
      }),
    },
    channel: 'stderr',
    ready: (line) => /^Draftsmith is ready: \S+:(\d+)$/.exec(line)?.[1],
  });
  const url = `http://127.0.0.1:${server.answer}/hooks/zendesk/${SUBDOMAIN}`;
  return { ...server, hook: { url, secret: SECRET } };
}

/** `start` as the root package.json has it, with the options for Node that operators get. */
function startScript(): { nodeOptions: string[]; file: string; args: string[] } {
  const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { scripts: { start: string } };
  const [, ...words] = scripts.start.split(' ');
  const at = words.findIndex((word) => !word.startsWith('-'));
  return { nodeOptions: words.slice(0, at), file: words[at] ?? '', args: words.slice(at + 1) };
}

/** The baseline of acknowledgements, on the same engine. */
export async function startNaiveHandler(cwd: string, storage: Storage): Promise<RunningProcess & { hook: Hook }> {
  const handler = await runProcess({
    file: join(import.meta.dirname, '../baseline/naive-handler.ts'),
    cwd,
    env: { ...storage.env, ZENDESK_WEBHOOK_SECRET: SECRET },
    channel: 'stdout',
    ready: (line) => line,
  });
  return { ...handler, hook: { url: handler.answer, secret: SECRET } };
}

export async function startZendeskSimulator(
  cwd: string,
  seedFile: string,
): Promise<RunningProcess & { zendesk: ZendeskAddress }> {
  const simulator = await startSimulator('zendesk', ['--seed', seedFile], cwd);
  return { ...simulator, zendesk: JSON.parse(simulator.answer) as ZendeskAddress };
}

/** Answers at once: what is measured is everything around the model. */
export async function startModelSimulator(cwd: string): Promise<RunningProcess & { modelUrl: string }> {
  const simulator = await startSimulator('models', [], cwd);
  return { ...simulator, modelUrl: (JSON.parse(simulator.answer) as { openaiBaseUrl: string }).openaiBaseUrl };
}

function startSimulator(name: 'zendesk' | 'models', args: string[], cwd: string): Promise<RunningProcess> {
  return runProcess({
    file: fileURLToPath(new URL('./main.ts', import.meta.resolve(`@draftsmith/simulators/${name}`))),
    args,
    cwd,
    channel: 'stdout',
    ready: (line) => (line.startsWith('{') ? line : undefined),
  });
}
