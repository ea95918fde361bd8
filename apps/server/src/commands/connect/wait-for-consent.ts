import { createServer } from 'node:http';
import { AppError } from '@draftsmith/errors';
import type { Prompt } from './prompt.ts';

/** Milliseconds that a person has at the consent page. */
const PATIENCE = 10 * 60_000;
const PATH = '/callback';
const PAGE = `<!doctype html><meta charset="utf-8"><title>Draftsmith</title>
<body style="font:1.1rem/1.5 system-ui;max-width:32rem;margin:15vh auto;padding:0 1rem">
<p>You can close this window and go back to the terminal.</p>
<p lang="ru">Это окно можно закрыть и вернуться в терминал.</p>`;

export interface Consent {
  code: string;
  state: string;
}

export function loopbackUri(port: number): string {
  return `http://localhost:${port}${PATH}`;
}

/**
 * Waits until the browser comes back to this machine, or a person pastes the address that it ended on (from another
 * machine, where nobody listens). @throws AppError when consent was refused, or nobody came
 */
export async function waitForConsent(port: number, prompt: Prompt, whenReady: () => Promise<void>): Promise<Consent> {
  const { promise, resolve, reject } = Promise.withResolvers<Consent>();
  const settle = (address: string) => {
    try {
      resolve(readConsent(address));
    } catch (error) {
      reject(error);
    }
  };
  const server = createServer((request, response) => {
    const isOurs = request.method === 'GET' && request.url?.startsWith(`${PATH}?`);
    response.writeHead(isOurs ? 200 : 404, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' });
    response.end(isOurs ? PAGE : '');
    if (isOurs) settle(`http://localhost${request.url}`);
  });
  const timer = setTimeout(() => reject(nobodyCame()), PATIENCE);
  try {
    // Where the port is taken, pasting still works.
    await new Promise<void>((done) => server.once('error', () => done()).listen(port, 'localhost', done));
    await whenReady();
    void prompt.line('').then((pasted) => pasted && settle(pasted));
    return await promise;
  } finally {
    clearTimeout(timer);
    server.close();
    server.closeAllConnections();
  }
}

function readConsent(address: string): Consent {
  const query = URL.canParse(address) ? new URL(address).searchParams : new URLSearchParams();
  if (query.get('error') === 'access_denied')
    throw new AppError('permission', 'Access was refused on the consent page', { code: 'connect.denied' });
  const [code, state] = [query.get('code'), query.get('state')];
  if (code && state) return { code, state };
  throw new AppError('invalid', 'Expected the whole address on which the browser ended, with code and state in it', {
    code: 'connect.address',
  });
}

function nobodyCame(): AppError {
  return new AppError('timeout', 'Nobody came back from the consent page within ten minutes: run this again', {
    code: 'connect.timeout',
    retryable: false,
  });
}
