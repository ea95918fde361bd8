import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { verifyDelivery } from '@draftsmith/webhooks/verify';
import { verification } from '../webhook/verification.ts';

/** Answers as our server does: 200 for what is signed with one of its secrets, 401 for everything else. */
export async function startReceiver() {
  const secrets: string[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Uint8Array[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const headers = request.headers as Record<string, string>;
    const delivery = { body: Buffer.concat(chunks), headers };
    const known = secrets.some(
      (secret) => verifyDelivery(verification, delivery, secret, new Date()).kind === 'verified',
    );
    response.writeHead(known ? 200 : 401).end();
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hooks/zendesk/acme`,
    secrets,
    close: () =>
      new Promise<void>((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}
