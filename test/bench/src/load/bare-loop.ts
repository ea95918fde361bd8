import { inParallel } from './in-parallel.ts';
import type { BareLoop, Calls, Tickets, ZendeskAddress } from './tasks.ts';
import { type ZendeskCalls, zendeskCalls } from './zendesk-calls.ts';

interface BareLoopOptions {
  zendesk: ZendeskAddress;
  /** Without it nobody is asked, as with the offline drafter. */
  modelUrl?: string;
  tickets: Tickets;
}

/** The baseline of drafts: the same requests one after the other, with nothing in between and nothing kept. */
export async function bareLoop({ zendesk, modelUrl, tickets }: BareLoopOptions): Promise<BareLoop> {
  const calls = zendeskCalls(zendesk);
  const samples: number[] = [];
  const started = performance.now();
  await inParallel(tickets, 1, async (id) => {
    const begun = performance.now();
    await bareDraft(calls, id, modelUrl);
    samples.push(performance.now() - begun);
  });
  const modelCalls = modelUrl === undefined ? 0 : 1;
  const callsPerDraft = calls.count() / tickets.count + modelCalls;
  return { samples, callsPerDraft, seconds: (performance.now() - started) / 1000 };
}

/** The same requests, many at once: what the simulator gives at most on this machine. */
export async function zendeskLoad({
  zendesk,
  tickets,
  atOnce,
}: {
  zendesk: ZendeskAddress;
  tickets: Tickets;
  atOnce: number;
}): Promise<Calls> {
  const calls = zendeskCalls(zendesk);
  const started = performance.now();
  await inParallel(tickets, atOnce, (id) => bareDraft(calls, id, undefined));
  return { calls: calls.count(), seconds: (performance.now() - started) / 1000 };
}

export async function modelLoad({
  modelUrl,
  count,
  atOnce,
}: {
  modelUrl: string;
  count: number;
  atOnce: number;
}): Promise<Calls> {
  const started = performance.now();
  await inParallel({ from: 1, count }, atOnce, (n) => askModel(modelUrl, `${PROMPT}\n${n}`));
  return { calls: count, seconds: (performance.now() - started) / 1000 };
}

async function bareDraft(calls: ZendeskCalls, id: number, modelUrl: string | undefined): Promise<void> {
  const { ticket } = (await calls.ticket(id)) as { ticket: { subject: string; updated_at: string } };
  const comments = await calls.comments(id);
  const articles = await calls.articles(ticket.subject);
  if (modelUrl) await askModel(modelUrl, `${JSON.stringify(comments)}\n${JSON.stringify(articles)}`.slice(0, 8_000));
  await calls.audits(id);
  await calls.note(id, ticket.updated_at);
}

/** About as long as a real one. */
const PROMPT = 'The customer asks how long a refund takes, and the sources say it. '.repeat(100);

async function askModel(modelUrl: string, content: string): Promise<void> {
  const response = await fetch(`${modelUrl}/chat/completions`, {
    method: 'POST',
    headers: { authorization: 'Bearer none', 'content-type': 'application/json' },
    body: JSON.stringify({ model: 'local-simulated', stream: true, messages: [{ role: 'user', content }] }),
  });
  if (!response.ok) throw new Error(`The model server answered ${response.status}`);
  await response.text();
}
