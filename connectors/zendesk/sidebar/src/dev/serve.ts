import { join } from 'node:path';
import { createServer } from 'vite';

/** The app with stand-ins for Zendesk and the server, to look at: `index.html` has all states, `frame.html` one. */
export async function serveGallery(): Promise<{ url: string; stop(): Promise<void> }> {
  const root = join(import.meta.dirname, '../..');
  const server = await createServer({
    root,
    configFile: join(root, 'vite.config.ts'),
    logLevel: 'error',
    server: { host: '127.0.0.1', port: 0 },
  });
  await server.listen();
  return { url: `${server.resolvedUrls?.local[0] ?? ''}src/dev/`, stop: () => server.close() };
}
