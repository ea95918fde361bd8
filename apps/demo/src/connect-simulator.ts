import { createHttpClient } from '@draftsmith/http';
import type { ZendeskSimulator } from '@draftsmith/simulators/zendesk';
import { z } from 'zod';

/** What a trigger puts into the webhook's body: identifiers only. */
const BODY = JSON.stringify({ v: 1, ticket_id: '{{ticket.id}}', updated_at: '{{ticket.updated_at_with_timestamp}}' });

const created = z.object({ webhook: z.object({ id: z.string() }) });
const secretAnswer = z.object({ signing_secret: z.object({ secret: z.string() }) });

/**
 * Sets the simulated account up over its API, as an admin would: a webhook, a trigger that calls it for every public
 * comment, and the signing secret. Unlike the trigger that the documentation recommends it also fires for agents'
 * comments, so that the demo shows how those are left alone.
 */
export async function connectSimulator(zendesk: ZendeskSimulator, endpoint: string): Promise<{ secret: string }> {
  const http = createHttpClient({
    baseUrl: `${zendesk.baseUrl}/api/v2`,
    headers: () => ({ authorization: `Bearer ${zendesk.token}` }),
    userAgent: 'Draftsmith demo',
    deadlineMs: 5_000,
    maxBodyBytes: 100_000,
  });
  const post = async (path: string, json: unknown) =>
    (await http.request({ method: 'POST', path, json, retry: 'never' })).json;
  const { webhook } = created.parse(
    await post('webhooks', {
      webhook: {
        name: 'Draftsmith',
        status: 'active',
        endpoint,
        http_method: 'POST',
        request_format: 'json',
        subscriptions: ['conditional_ticket_events'],
      },
    }),
  );
  await post('triggers', {
    trigger: {
      title: 'Draft a reply',
      conditions: { all: [{ field: 'comment_is_public', operator: 'is', value: 'true' }], any: [] },
      actions: [{ field: 'notification_webhook', value: [webhook.id, BODY] }],
    },
  });
  const { json } = await http.request({ method: 'GET', path: `webhooks/${webhook.id}/signing_secret`, retry: 'safe' });
  return { secret: secretAnswer.parse(json).signing_secret.secret };
}
