import type { ConnectorPorts } from '@draftsmith/contracts';
import { AppError } from '@draftsmith/errors';
import type { HttpReply, HttpRequest } from '@draftsmith/http';
import type { z } from 'zod';
import { PAGE_SIZE } from '../facts.ts';
import type { ZendeskSettings } from '../settings.ts';
import { createAuthorizedHttp } from './authorized-http.ts';
import { createFairShare } from './fair-share.ts';
import type { Page } from './pages.ts';
import { cursor } from './schemas.ts';

type Query = NonNullable<HttpRequest['query']>;

/** Authenticated calls whose answers are checked against a schema. Throws only AppError. */
export interface Transport {
  /** Below `/api/v2/`; repeated where that is safe. */
  get<Schema extends z.ZodType>(
    path: string,
    query: Query,
    schema: Schema,
    signal: AbortSignal,
  ): Promise<z.infer<Schema>>;
  /** A reader of single pages of a cursor-paged list; `itemsOf` picks the list out of the answer. */
  pages<Schema extends z.ZodType, Item>(
    path: string,
    query: Query,
    list: { schema: Schema; itemsOf: (reply: z.infer<Schema>) => readonly Item[] },
    signal: AbortSignal,
  ): (after: string | undefined) => Promise<Page<Item> & { reply: z.infer<Schema> }>;
  /** Sent once. */
  put<Schema extends z.ZodType>(
    path: string,
    json: unknown,
    schema: Schema,
    signal: AbortSignal,
  ): Promise<z.infer<Schema>>;
  /** Sent once. */
  post<Schema extends z.ZodType>(
    path: string,
    json: unknown,
    schema: Schema,
    signal: AbortSignal,
  ): Promise<z.infer<Schema>>;
  /** For answers without a body; sent once. */
  send(method: 'PATCH' | 'DELETE', path: string, json: unknown, signal: AbortSignal): Promise<void>;
  /** The answer's headers, for what they say of the clock and the limits. */
  headersOf(path: string, signal: AbortSignal): Promise<Headers>;
}

export function createTransport(settings: ZendeskSettings, ports: ConnectorPorts): Transport {
  const http = createAuthorizedHttp(settings, ports);
  const share = createFairShare(ports.allowance, settings.plan);

  async function call(request: HttpRequest & { signal: AbortSignal }): Promise<HttpReply> {
    const full = { ...request, path: `api/v2/${request.path}` };
    await share.take(full, request.signal);
    const reply = await http(full);
    share.learn(full, reply);
    return reply;
  }

  return {
    async get(path, query, schema, signal) {
      return checked((await call({ method: 'GET', path, query, signal, retry: 'safe' })).json, schema);
    },

    pages(path, query, { schema, itemsOf }, signal) {
      return async (after) => {
        const paging = { 'page[size]': PAGE_SIZE, 'page[after]': after };
        const { json } = await call({ method: 'GET', path, query: { ...query, ...paging }, signal, retry: 'safe' });
        const reply = checked(json, schema);
        const { meta } = checked(json, cursor);
        return {
          reply,
          items: itemsOf(reply),
          hasMore: meta?.has_more === true,
          cursor: meta?.after_cursor ?? undefined,
        };
      };
    },

    async put(path, json, schema, signal) {
      return checked((await call({ method: 'PUT', path, json, signal, retry: 'never' })).json, schema);
    },

    async post(path, json, schema, signal) {
      return checked((await call({ method: 'POST', path, json, signal, retry: 'never' })).json, schema);
    },

    async send(method, path, json, signal) {
      await call({ method, path, ...(json !== undefined && { json }), signal, retry: 'never' });
    },

    headersOf: async (path, signal) => (await call({ method: 'GET', path, signal, retry: 'safe' })).headers,
  };
}

function checked<Schema extends z.ZodType>(json: unknown, schema: Schema): z.infer<Schema> {
  const parsed = schema.safeParse(json);
  if (parsed.success) return parsed.data;
  // Without the parser's report as cause: it may quote values.
  throw new AppError('unavailable', 'Zendesk answered with something that is not its API', {
    code: 'zendesk.unexpected-answer',
  });
}
