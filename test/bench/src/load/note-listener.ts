import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ZendeskAddress } from './tasks.ts';

const WAIT = 2_000;

export interface NoteListener {
  /** Resolves with the moment (`performance.now()`) of the ticket's next internal note; undefined after two seconds. */
  next(ticket: number): Promise<number | undefined>;
  close(): Promise<void>;
}

/** Subscribes to what the account tells of its tickets: polling for notes would load the very thing that is measured. */
export async function listenForNotes({ baseUrl, token }: ZendeskAddress): Promise<NoteListener> {
  const waiting = new Map<string, (at: number | undefined) => void>();
  const server = createServer(async (request, response) => {
    const at = performance.now();
    const ticket = noteOf(await textOf(request));
    response.end();
    if (ticket) waiting.get(ticket)?.(at);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const api = `${baseUrl}/api/v2/webhooks`;
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  const answer = await fetch(api, {
    method: 'POST',
    headers,
    body: JSON.stringify({ webhook: subscription(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`) }),
  });
  const { webhook } = (await answer.json()) as { webhook: { id: string } };

  return {
    next(ticket) {
      const { promise, resolve } = Promise.withResolvers<number | undefined>();
      const timer = setTimeout(() => resolve(undefined), WAIT);
      waiting.set(String(ticket), resolve);
      return promise.finally(() => {
        clearTimeout(timer);
        waiting.delete(String(ticket));
      });
    },
    async close() {
      await fetch(`${api}/${webhook.id}`, { method: 'DELETE', headers });
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}

function subscription(endpoint: string) {
  return {
    name: 'Notes',
    status: 'active',
    endpoint,
    http_method: 'POST',
    request_format: 'json',
    subscriptions: ['zen:event-type:ticket.comment_added'],
  };
}

/** The ticket's id, if the event is about an internal note. */
function noteOf(body: string): string | undefined {
  const { detail, event } = JSON.parse(body) as { detail: { id: string }; event: { comment: { is_public: boolean } } };
  return event.comment.is_public ? undefined : detail.id;
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}
