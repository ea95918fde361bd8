import { createDelivery } from './deliver.ts';
import { listenForNotes } from './note-listener.ts';
import type { Hook, Tickets, WebhookToNote, ZendeskAddress } from './tasks.ts';

/** One ticket after the other on a system that does nothing else, from the webhook's first byte to the note's event. */
export async function webhookToNote({
  hook,
  zendesk,
  tickets,
}: {
  hook: Hook;
  zendesk: ZendeskAddress;
  tickets: Tickets;
}): Promise<WebhookToNote> {
  const notes = await listenForNotes(zendesk);
  const { deliver, close } = createDelivery(hook, 1);
  const samples: number[] = [];
  const before = await remaining(zendesk);
  for (let ticket = tickets.from; ticket < tickets.from + tickets.count; ticket++) {
    const note = notes.next(ticket);
    const sent = performance.now();
    await deliver(ticket);
    const at = await note;
    if (at !== undefined) samples.push(at - sent);
  }
  const after = await remaining(zendesk);
  close();
  await notes.close();
  // The second look is itself one request of each kind.
  const used = before - after - OWN_LOOKS;
  return {
    samples,
    without: tickets.count - samples.length,
    callsPerDraft: used > 0 && samples.length > 0 ? used / samples.length : null,
  };
}

const OWN_LOOKS = 2;

/** Requests that the account would still answer in this minute; it counts the help centre apart. */
async function remaining({ baseUrl, token }: ZendeskAddress): Promise<number> {
  const left = await Promise.all(
    ['users/me.json', 'help_center/articles/search.json?query=refund&per_page=1'].map(async (path) => {
      const response = await fetch(`${baseUrl}/api/v2/${path}`, { headers: { authorization: `Bearer ${token}` } });
      await response.arrayBuffer();
      return Number(response.headers.get('x-rate-limit-remaining'));
    }),
  );
  return left.reduce((sum, one) => sum + one, 0);
}
