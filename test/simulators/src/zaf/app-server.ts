import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import express, { type Express } from 'express';

const BROWSER_FOLDER = new URL('browser/', import.meta.url);
/** Where apps load the SDK from; here the stand-in answers in its place. */
const SDK = /https:\/\/static\.zdassets\.com\/zendesk_app_framework_sdk\/2\.\d+\/zaf_sdk(?:\.min)?\.js/g;

/**
 * The host of the app's files, an origin of its own. No inline scripts and no connections: what works here goes through
 * `client.request`, as Zendesk wants it.
 */
export function createAppServer(appDir: string, workspaceOrigin: () => string): Express {
  const app = express();
  app.disable('x-powered-by');
  app.use((_request, response, next) => {
    response.set(
      'content-security-policy',
      `default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'none'; ` +
        `frame-ancestors ${workspaceOrigin()}`,
    );
    next();
  });
  app.get('/zaf_sdk.min.js', (_request, response) => {
    response.type('js').sendFile(new URL('sdk.js', BROWSER_FOLDER).pathname);
  });
  app.get(/^\/assets\/.*\.html$/, async (request, response) => {
    // Express has resolved the path already; what leaves the folder is refused by name.
    const path = join(appDir, request.path);
    const html = path.startsWith(join(appDir, 'assets'))
      ? await readFile(path, 'utf8').catch(() => undefined)
      : undefined;
    if (html === undefined) response.status(404).end();
    else response.type('html').send(html.replace(SDK, '/zaf_sdk.min.js'));
  });
  app.use('/assets', express.static(join(appDir, 'assets'), { index: false, redirect: false }));
  return app;
}
