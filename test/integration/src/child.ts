// A server as a process of its own, for tests that kill it. Tells its address, then every final outcome, as JSON lines.
import { createLogger } from '@draftsmith/logger/winston';
import { readServerSettings, type ServerOptions, startServer } from '@draftsmith/server';
import { environment } from '@draftsmith/settings';

const raw = environment();
const server = await startServer({
  settings: readServerSettings(raw),
  raw,
  logger: createLogger({ level: 'warn' }),
  role: (raw.TEST_ROLE ?? 'all') as NonNullable<ServerOptions['role']>,
  retryDelaySeconds: 0,
});

const tell = (event: object) => void process.stdout.write(`${JSON.stringify(event)}\n`);
server.changes.subscribe(async ({ id, state }) => {
  if (state !== 'working' && state !== 'waiting') tell(await server.draft(id));
});
// First, because whoever reads the address may ask for the end at once.
process.once('SIGTERM', () => server.stop());
tell({ url: server.url ?? null });
