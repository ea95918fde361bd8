import type {
  Connection,
  ConnectorDescriptor,
  ConnectorPorts,
  DraftContext,
  HmacVerification,
  ParsedDelivery,
  RawDelivery,
  SourceEvent,
} from '@draftsmith/contracts';
import { AppError, toAppError } from '@draftsmith/errors';
import { createHttpClient } from '@draftsmith/http';
import type { StoredNote } from './notebook-server.ts';

/** A connector that keeps the contract, and so the ground on which each breach of it is tried out. */

export interface NotebookSettings {
  baseUrl: string;
  token: string;
  secret: string;
}

interface Notebook {
  page: { id: string; question: string; asked: string; changed: string };
  notes: StoredNote[];
  me: string;
}

export const verification: HmacVerification = {
  scheme: 'hmac-sha256',
  signatureHeader: 'x-notebook-signature',
  encoding: 'hex',
  sign: ['timestamp', 'body'],
  timestamp: { header: 'x-notebook-time', format: 'unix-ms', toleranceMs: 300_000 },
};

export const notebook: ConnectorDescriptor<NotebookSettings> = {
  id: 'notebook',
  title: 'Notebook',
  settings: {
    // Stands in for a zod schema that accepts nothing by itself; this package needs no other part of it.
    schema: {
      safeParse: () => ({ success: false }),
    } as unknown as ConnectorDescriptor<NotebookSettings>['settings']['schema'],
    help: { token: { expected: 'the token of the notebook', secret: true } },
    account: (settings) => new URL(settings.baseUrl).host,
    webhookSecret: (settings) => settings.secret,
  },
  verification,
  parse: parseNotebook,
  connect: connectNotebook,
  capabilities: { draftsAs: 'internal-note' },
};

function parseNotebook({ body }: RawDelivery): ParsedDelivery {
  try {
    const { id, kind, page } = JSON.parse(Buffer.from(body).toString('utf8'));
    if (typeof id !== 'string' || id === '' || typeof page !== 'string' || page === '') throw new TypeError();
    const event: SourceEvent = { kind: 'event', effect: 'draft', type: 'asked', resource: { type: 'page', id: page } };
    return { deliveryId: id, events: [kind === 'asked' ? event : { kind: 'ignored', reason: 'not a question' }] };
  } catch {
    throw new AppError('invalid', 'Not a delivery of the notebook');
  }
}

function connectNotebook(settings: NotebookSettings, ports: ConnectorPorts): Connection {
  const http = createHttpClient({
    baseUrl: settings.baseUrl,
    headers: () => ({ authorization: `Bearer ${settings.token}` }),
    userAgent: 'test',
    deadlineMs: 5_000,
    maxBodyBytes: 100_000,
    fetch: ports.fetch,
  });

  async function call(signal: AbortSignal, note?: Omit<StoredNote, 'id'>): Promise<Notebook> {
    try {
      const request = { path: '', signal } as const;
      const { json } = await http.request(
        note
          ? { ...request, method: 'POST', json: note, retry: 'never' }
          : { ...request, method: 'GET', retry: 'safe' },
      );
      if (!(json as Notebook | undefined)?.page) throw new AppError('unavailable', 'This is no notebook');
      return json as Notebook;
    } catch (thrown) {
      const { kind, message } = toAppError(thrown);
      throw new AppError(kind, message);
    }
  }

  return {
    async gatherContext(resource, signal) {
      const { page } = await call(signal);
      const turns: DraftContext['turns'] = [{ role: 'customer', text: page.question, at: '2026-11-20T09:00:00Z' }];
      const state = { revision: page.asked, freshness: page.changed, subject: '' };
      return { kind: 'context', context: { resource, ...state, turns, customer: {}, people: [], sources: [] } };
    },
    describeDraft: () => ({ instructions: 'Answer briefly.', maxOutputTokens: 100 }),
    async writeBack({ idempotencyKey: key, draft }, signal) {
      const present = (await call(signal)).notes.find((note) => note.key === key);
      if (present) return { kind: 'already-there', location: { artefactId: present.id } };
      const { notes } = await call(signal, { key, text: draft.text });
      return { kind: 'created', location: { artefactId: notes.at(-1)?.id ?? '' } };
    },
    async check(signal) {
      return { identity: (await call(signal)).me };
    },
  };
}
