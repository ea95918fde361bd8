// What a person sees, as plain text, because the card is drawn by HubSpot only:
//   node connectors/hubspot/project/dev/outline.ts [STATE ...] [--language ru]
import { parseArgs } from 'node:util';
import { createViteServer } from 'vitest/node';

const { values, positionals } = parseArgs({ allowPositionals: true, options: { language: { type: 'string' } } });
const server = await createViteServer({
  root: import.meta.dirname,
  configFile: false,
  logLevel: 'error',
  appType: 'custom',
  server: { middlewareMode: true, ws: false, watch: null },
});
try {
  const { renderState } = await server.ssrLoadModule('./render-state.tsx');
  const { STATES } = await server.ssrLoadModule('./states.ts');
  for (const name of positionals.length > 0 ? positionals : Object.keys(STATES)) {
    process.stdout.write(`\n=== ${name} ===\n${await renderState(name, values.language ?? 'en')}\n`);
  }
} finally {
  await server.close();
  // Cards keep looking at their server for as long as they are there.
  process.exit();
}
