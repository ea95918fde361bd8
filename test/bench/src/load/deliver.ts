import { randomUUID } from 'node:crypto';
import { Agent, request } from 'node:http';
import { signWebhook } from '@draftsmith/simulators/zendesk';
import { inParallel } from './in-parallel.ts';
import type { Acknowledged, Hook, Tickets } from './tasks.ts';

/** Milliseconds; Zendesk gives up after ten seconds too. */
const TIMEOUT = 10_000;

/** Signed deliveries as Zendesk makes them, over connections that stay open; plain node:http, since `fetch` costs more. */
export function createDelivery(hook: Hook, atOnce: number) {
  const agent = new Agent({ keepAlive: true, maxSockets: atOnce });
  return {
    /** @returns the status, 0 without an answer. */
    deliver: (ticket: number) => post(hook, ticket, agent),
    close: () => agent.destroy(),
  };
}

/** One delivery for each ticket, `atOnce` at the same time. */
export async function acknowledge({
  hook,
  tickets,
  atOnce,
}: {
  hook: Hook;
  tickets: Tickets;
  atOnce: number;
}): Promise<Acknowledged> {
  const { deliver, close } = createDelivery(hook, atOnce);
  const samples: number[] = [];
  let refused = 0;
  const started = performance.now();
  await inParallel(tickets, atOnce, async (ticket) => {
    const sent = performance.now();
    const status = await deliver(ticket);
    if (status === 202) samples.push(performance.now() - sent);
    else refused += 1;
  });
  const seconds = (performance.now() - started) / 1000;
  close();
  return { samples, refused, seconds };
}

function post({ url, secret }: Hook, ticket: number, agent: Agent): Promise<number> {
  const timestamp = new Date().toISOString();
  const body = JSON.stringify({ v: 1, ticket_id: String(ticket), updated_at: timestamp });
  const headers = {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(body),
    'x-zendesk-webhook-signature': signWebhook(secret, timestamp, body),
    'x-zendesk-webhook-signature-timestamp': timestamp,
    'x-zendesk-webhook-invocation-id': randomUUID(),
  };
  return new Promise((resolve) => {
    const outgoing = request(url, { method: 'POST', headers, agent, timeout: TIMEOUT }, (response) => {
      response.resume();
      response.once('end', () => resolve(response.statusCode ?? 0));
    });
    outgoing.once('timeout', () => outgoing.destroy());
    outgoing.once('error', () => resolve(0));
    outgoing.end(body);
  });
}
