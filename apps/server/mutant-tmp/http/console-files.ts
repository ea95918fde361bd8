import { sep } from 'node:path';
import express, { type Router } from 'express';

const YEAR_MS = 365 * 24 * 60 * 60 * 1000;

/** The built console: its files, and index.html for every address that only its own router knows. */
export function consoleFiles(folder: string): Router {
  const router = express.Router();
  router.use(
    express.static(folder, {
      index: false,
      redirect: false,
      cacheControl: false,
      setHeaders(res, path) {
        res.setHeader('cache-control', cachingOf(path));
      },
    }),
  );
  router.get('/{*page}', (req, res, next) => {
    // A missing script must be a 404: answered with HTML it would be a riddle in the browser's log.
    if (/\.[a-z0-9]+$/i.test(req.path) || !req.accepts('html')) return next();
    res.sendFile('index.html', { root: folder, cacheControl: false, headers: { 'cache-control': 'no-store' } });
  });
  return router;
}

/** Vite puts a hash of the content into the name of everything under assets/. */
function cachingOf(path: string): string {
  if (path.endsWith('.html')) return 'no-store';
  if (path.includes(`${sep}assets${sep}`)) return `public, max-age=${YEAR_MS / 1000}, immutable`;
  return 'no-cache';
}
