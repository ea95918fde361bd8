import type { ServerResponse } from 'node:http';
import type { Changes } from './changes.ts';

/** Below the shortest idle limit of common proxies, in milliseconds. */
const HEARTBEAT = 25_000;

/** Milliseconds after which a stream ends and the console opens a new one: so long may a stream outlive its session. */
const LIFETIME = 10 * 60_000;

/** Server-sent events: one `draft` event for each change, as long as the console is open. */
export function eventsRoute(changes: Changes) {
  return (_request: unknown, response: ServerResponse) => {
    // A console that left while its session was looked up has closed already and will not close again: its timers would
    // outlive it and keep the process from ending.
    if (response.destroyed) return;
    response.writeHead(200, {
      'content-type': 'text/event-stream',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
    });
    response.write(': open\n\n');
    const unsubscribe = changes.subscribe((change) => {
      // A console that does not read must not make the server hold its events in memory: it reloads when it comes back.
      if (response.writableLength > 64 * 1024) response.destroy();
      else response.write(`event: draft\ndata: ${JSON.stringify(change)}\n\n`);
    });
    const heartbeat = setInterval(() => response.write(': still here\n\n'), HEARTBEAT);
    const end = setTimeout(() => {
      // A laptop that sleeps keeps the response open long after its end, and a write in that time ends this process.
      stop();
      response.end();
    }, LIFETIME);
    function stop(): void {
      unsubscribe();
      clearTimeout(end);
      clearInterval(heartbeat);
    }
    response.on('close', stop);
  };
}
