import { parseArgs } from 'node:util';
import { startModels } from './server.ts';

const USAGE = `Usage: node main.ts [--port N] [--latency MS] [--first-token MS] [--tokens-per-second N]

Prints one JSON line when ready: {"baseUrl","openaiBaseUrl","anthropicBaseUrl"}`;

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      port: { type: 'string', default: '0' },
      latency: { type: 'string', default: '0' },
      'first-token': { type: 'string', default: '0' },
      'tokens-per-second': { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    process.stdout.write(`${USAGE}\n`);
    return;
  }
  const pace = values['tokens-per-second'];
  const server = await startModels({
    port: Number(values.port),
    latencyMs: Number(values.latency),
    firstTokenMs: Number(values['first-token']),
    ...(pace === undefined ? {} : { tokensPerSecond: Number(pace) }),
  });
  const { baseUrl } = server;
  process.stdout.write(`${JSON.stringify({ baseUrl, openaiBaseUrl: `${baseUrl}/v1`, anthropicBaseUrl: baseUrl })}\n`);
  const stop = () => void server.close();
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
}

main().catch((thrown: unknown) => {
  process.stderr.write(`model simulator: ${thrown instanceof Error ? thrown.message : 'unknown failure'}\n`);
  process.exitCode = 1;
});
