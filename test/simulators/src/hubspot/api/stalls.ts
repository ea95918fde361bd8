import type { RequestHandler } from 'express';

/** Answers that begin and never end. */
export function createStalls(): { set(path: RegExp, times?: number): void; middleware: RequestHandler } {
  let stalls: { path: RegExp; left: number }[] = [];
  return {
    set(path, times = 1) {
      stalls = [...stalls.filter(({ left }) => left > 0), { path, left: times }];
    },
    middleware(request, response, next) {
      const stall = stalls.find(({ path, left }) => left > 0 && path.test(request.originalUrl));
      if (!stall) {
        next();
        return;
      }
      stall.left -= 1;
      response.writeHead(200, { 'Content-Type': 'application/json' });
      response.write('{"results":[');
    },
  };
}
