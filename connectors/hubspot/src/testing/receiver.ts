import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { RawDelivery, Verification } from '@draftsmith/contracts';
import { verifyDelivery } from '@draftsmith/webhooks/verify';

/** Takes requests as our server does: what is signed is kept and answered with 200, everything else with 401. */
export async function startReceiver(publicUrl: string, verification: Verification, secret: string) {
  const taken: RawDelivery[] = [];
  const refused: string[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Uint8Array[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const headers = request.headers as Record<string, string>;
    const { method = '', url = '' } = request;
    const delivery: RawDelivery = { body: Buffer.concat(chunks), headers, method, url: publicUrl + url };
    const verdict = verifyDelivery(verification, delivery, secret, new Date());
    if (verdict.kind === 'verified') taken.push(delivery);
    else refused.push(verdict.reason);
    response.writeHead(verdict.kind === 'verified' ? 200 : 401, { 'content-type': 'application/json' }).end('{}');
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    taken,
    refused,
    close: () =>
      new Promise<void>((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}
