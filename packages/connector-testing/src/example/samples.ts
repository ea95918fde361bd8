import { createHmac } from 'node:crypto';
import type { HmacVerification, RawDelivery } from '@draftsmith/contracts';
import type { ConnectorSamples } from '../samples.ts';
import { type NotebookSettings, notebook } from './notebook-connector.ts';
import { startNotebook } from './notebook-server.ts';

const settings: NotebookSettings = {
  baseUrl: 'http://127.0.0.1:9',
  token: 'notebook-token',
  secret: 'notebook-secret',
};

function sign({ encoding, timestamp }: HmacVerification, { body, headers }: RawDelivery, secret: string): string {
  const stamp = headers[timestamp?.header ?? ''] ?? '';
  return createHmac('sha256', secret).update(stamp).update(body).digest(encoding);
}

const verify: ConnectorSamples<NotebookSettings>['verify'] = (verification, delivery, secret, now) => {
  if (verification.scheme === 'own') return { kind: 'rejected', reason: 'no' };
  const stamp = delivery.headers[verification.timestamp?.header ?? ''] ?? '';
  const isFresh = stamp !== '' && Math.abs(now.getTime() - Number(stamp)) <= (verification.timestamp?.toleranceMs ?? 0);
  const signature = delivery.headers[verification.signatureHeader];
  const isGenuine = Boolean(secret) && signature === sign(verification, delivery, secret ?? '');
  return isFresh && isGenuine ? { kind: 'verified' } : { kind: 'rejected', reason: 'no' };
};

export const samples: ConnectorSamples<NotebookSettings> = {
  verify,
  sign,
  now: new Date('2026-11-20T10:00:00Z'),
  settings,
  secrets: [settings.token, settings.secret],
  deliveries: {
    event: { body: '{"id":"d1","kind":"asked","page":"1"}', resource: { type: 'page', id: '1' } },
    ownWrite: { body: '{"id":"d2","kind":"noted","page":"1"}' },
    unknown: { body: '{"id":"d3","kind":"painted","page":"1"}' },
  },
  async openAccount() {
    const server = await startNotebook();
    return {
      settings: { ...settings, baseUrl: server.baseUrl },
      resource: { connector: notebook.id, account: 'local', type: 'page', id: '1' },
      artefacts: () => server.notes.length,
      close: server.close,
    };
  },
};
