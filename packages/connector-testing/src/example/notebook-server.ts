import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface StoredNote {
  id: string;
  key: string;
  text: string;
}

/** A source system in 30 lines: one page with a question, and notes on it. Loopback, any port. */
export async function startNotebook() {
  const notes: StoredNote[] = [];
  const server = createServer(async (request, response) => {
    if (request.method === 'POST') notes.push({ id: String(notes.length + 1), ...(await readNote(request)) });
    const body = { page: { id: '1', question: 'How long?', asked: 'q1', changed: '1' }, notes, me: 'robot' };
    response.setHeader('content-type', 'application/json').end(JSON.stringify(body));
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    notes,
    async close() {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}

async function readNote(request: IncomingMessage): Promise<{ key: string; text: string }> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return JSON.parse(Buffer.concat(chunks).toString('utf8'));
}
