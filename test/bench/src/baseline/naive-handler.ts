// The baseline of acknowledgements, as a process: the same proof, table and queue, but every request on its own.
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { openDatabase } from '@draftsmith/database';
import { deliveries } from '@draftsmith/database/schema';
import { createJobQueue } from '@draftsmith/jobs';
import { silentLogger } from '@draftsmith/logger';
import { type Inbox, ingest, type WebhookTarget } from '@draftsmith/webhooks';

const database = await openDatabase({
  dataDir: process.env.DRAFTSMITH_DATA ?? ':memory:',
  poolSize: 10,
  ...(process.env.DATABASE_URL && { url: process.env.DATABASE_URL }),
});
const queue = createJobQueue({ database, logger: silentLogger });
await queue.start();

/** One transaction with two inserts for each delivery: what is written first, and what group commit is measured against. */
const inbox: Inbox = {
  record: ({ resource, ...entry }) =>
    database.orm.transaction(async (tx) => {
      const row = { ...entry, resourceType: resource?.type ?? null, resourceId: resource?.id ?? null };
      const [fresh] = await tx.insert(deliveries).values(row).onConflictDoNothing().returning();
      if (!fresh || !resource) return 'duplicate';
      const { connector, account, deliveryId } = entry;
      await queue.enqueue(
        'draft',
        [{ connector, account, deliveryId, resourceType: resource.type, resourceId: resource.id }],
        tx,
      );
      return 'recorded';
    }),
};

const target: WebhookTarget = {
  account: 'bench',
  secret: process.env.ZENDESK_WEBHOOK_SECRET,
  connector: {
    id: 'zendesk',
    verification: {
      scheme: 'hmac-sha256',
      signatureHeader: 'x-zendesk-webhook-signature',
      encoding: 'base64',
      sign: ['timestamp', 'body'],
      timestamp: { header: 'x-zendesk-webhook-signature-timestamp', format: 'iso-8601', toleranceMs: 300_000 },
    },
    parse: ({ body, headers }) => {
      const { ticket_id: id } = JSON.parse(Buffer.from(body).toString('utf8')) as { ticket_id: string };
      return {
        deliveryId: headers['x-zendesk-webhook-invocation-id'] ?? '',
        events: [
          { kind: 'event', effect: 'draft', type: 'conditional_ticket_events', resource: { type: 'ticket', id } },
        ],
      };
    },
  },
};

const server = createServer(async (request, response) => {
  const body = await bytesOf(request);
  const headers = request.headers as Record<string, string | undefined>;
  const { kind } = await ingest(target, { body, headers }, inbox, new Date());
  response.writeHead(kind === 'accepted' ? 202 : 500, { 'content-type': 'application/json' });
  response.end(JSON.stringify({ outcome: kind }));
});
server.listen(0, '127.0.0.1', () => {
  process.stdout.write(`http://127.0.0.1:${(server.address() as AddressInfo).port}/\n`);
});

async function bytesOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
