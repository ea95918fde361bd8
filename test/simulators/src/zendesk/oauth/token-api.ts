import { z } from 'zod';
import { type Endpoints, numericParam } from '../api/endpoint.ts';
import { invalidBody } from '../api/invalid-body.ts';
import { listReply, paginate } from '../api/paging.ts';
import { created, noContent, notFound, ok, recordInvalid } from '../api/reply.ts';
import type { ClientRegister } from './clients.ts';
import type { TokenRecord, TokenStore } from './token-store.ts';

const createSchema = z.object({ token: z.object({ client_id: z.number(), scopes: z.array(z.string()).min(1) }) });

/** `/api/v2/oauth/tokens`: what a token is, and the end of it. */
export function registerTokenApi(
  api: Endpoints,
  { tokens, clients, baseUrl }: { tokens: TokenStore; clients: ClientRegister; baseUrl: string },
): void {
  const root = '/api/v2/oauth/tokens';
  const toToken = (token: TokenRecord) => ({
    url: `${baseUrl}${root}/${token.id}.json`,
    id: token.id,
    user_id: token.userId,
    client_id: clients.find(token.clientId ?? '')?.numericId ?? null,
    // Only the beginning is ever shown again.
    token: token.accessToken.slice(0, 10),
    refresh_token: token.refreshToken?.slice(0, 10) ?? null,
    created_at: iso(token.createdAt),
    expires_at: token.expiresAt === null ? null : iso(token.expiresAt),
    refresh_token_expires_at: token.refreshExpiresAt === null ? null : iso(token.refreshExpiresAt),
    used_at: null,
    scopes: token.scopes,
  });

  api.staff('get', `${root}/current`, ({ token }) => (token ? ok({ token: toToken(token) }) : notFound()));
  api.staff('delete', `${root}/current`, ({ token }) => (token && tokens.remove(token.id) ? noContent() : notFound()));

  api.admin('get', root, ({ query, url }) => listReply('tokens', paginate(tokens.all().map(toToken), query, url)));
  api.admin('post', root, ({ body, user }) => {
    const parsed = createSchema.safeParse(body);
    if (!parsed.success) return invalidBody(parsed.error);
    const client = clients.findByNumber(parsed.data.token.client_id);
    if (!client) return recordInvalid('client_id', 'Client: is invalid', 'InvalidValue');
    const { scopes } = parsed.data.token;
    const token = tokens.issue({
      clientId: client.id,
      userId: user.id,
      scopes,
      expiresIn: null,
      refreshExpiresIn: null,
    });
    return created({ token: { ...toToken(token), full_token: token.accessToken } });
  });
  api.admin('get', `${root}/:id`, (call) => {
    const token = tokens.find(numericParam(call));
    return token ? ok({ token: toToken(token) }) : notFound();
  });
  api.admin('delete', `${root}/:id`, (call) => (tokens.remove(numericParam(call)) ? noContent() : notFound()));
}

function iso(milliseconds: number): string {
  return `${new Date(milliseconds).toISOString().slice(0, 19)}Z`;
}
