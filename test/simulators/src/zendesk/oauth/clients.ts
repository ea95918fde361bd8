import type { ZendeskStore } from '../state/store.ts';

/** What an admin enters under "OAuth clients". */
export interface ClientInput {
  /** The unique identifier; those of global clients begin with `zdg-`. */
  id: string;
  /** Absent for a public client, which must then use PKCE. */
  secret?: string;
  redirectUris: readonly string[];
  /** Granted by Zendesk, works for every account. */
  global?: boolean;
  /** As the consent page names it. */
  name?: string;
}

export interface OAuthClient {
  id: string;
  /** What `POST /api/v2/oauth/tokens` and the token lists call `client_id`. */
  numericId: number;
  name: string;
  secret: string | null;
  redirectUris: readonly string[];
  global: boolean;
}

export interface ClientRegister {
  add(input: ClientInput): OAuthClient;
  find(id: string | undefined): OAuthClient | undefined;
  findByNumber(numericId: number): OAuthClient | undefined;
  all(): OAuthClient[];
}

export function createClients(store: ZendeskStore): ClientRegister {
  const clients = new Map<string, OAuthClient>();
  return {
    add(input) {
      const client: OAuthClient = {
        id: input.id,
        numericId: clients.get(input.id)?.numericId ?? store.nextId(),
        name: input.name ?? input.id,
        secret: input.secret ?? null,
        redirectUris: [...input.redirectUris],
        global: input.global ?? false,
      };
      clients.set(client.id, client);
      return client;
    },
    find: (id) => clients.get(id ?? ''),
    findByNumber: (numericId) => [...clients.values()].find((client) => client.numericId === numericId),
    all: () => [...clients.values()],
  };
}
