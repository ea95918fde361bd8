import type { ConnectorPorts } from '@draftsmith/contracts';
import { AppError } from '@draftsmith/errors';
import { createHttpClient, type HttpRequest } from '@draftsmith/http';
import type { z } from 'zod';
import { PAGE_SIZE } from '../facts.ts';
import { originOf, type ZendeskCredentials, type ZendeskSettings } from '../settings.ts';
import { toZendeskError } from './errors.ts';
import type { Page } from './pages.ts';
import { cursor } from './schemas.ts';

/** Milliseconds for one call, its retries included. */
const DEADLINE_MS = 20_000;

/** A page of 100 comments of 64 KB, each three times (HTML, plain and raw). */
const MAX_BODY_BYTES = 20 * 1024 * 1024;

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
}

export function createTransport(settings: ZendeskSettings, ports: ConnectorPorts): Transport {
  const authorization = authorizationOf(settings.credentials);
  const http = createHttpClient({
    baseUrl: originOf(settings),
    headers: () => ({ authorization }),
    userAgent: 'Draftsmith/0.1',
    deadlineMs: DEADLINE_MS,
    maxBodyBytes: MAX_BODY_BYTES,
    fetch: ports.fetch,
    now: ports.now,
  });

  async function call(request: HttpRequest): Promise<unknown> {
    try {
      return (await http.request(request)).json;
    } catch (thrown) {
      throw toZendeskError(thrown);
    }
  }

  return {
    async get(path, query, schema, signal) {
      return checked(await call({ method: 'GET', path: `api/v2/${path}`, query, signal, retry: 'safe' }), schema);
    },

    pages(path, query, { schema, itemsOf }, signal) {
      return async (after) => {
        const paging = { 'page[size]': PAGE_SIZE, 'page[after]': after };
        const request = { method: 'GET', path: `api/v2/${path}`, query: { ...query, ...paging }, signal } as const;
        const json = await call({ ...request, retry: 'safe' });
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
      return checked(await call({ method: 'PUT', path: `api/v2/${path}`, json, signal, retry: 'never' }), schema);
    },
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

function authorizationOf(credentials: ZendeskCredentials): string {
  if (credentials.kind === 'oauth') return `Bearer ${credentials.token}`;
  return `Basic ${Buffer.from(`${credentials.email}/token:${credentials.token}`).toString('base64')}`;
}
