/** The part of Zendesk's app framework (ZAF 2) that this app uses. */
export interface ZafClient {
  get(paths: string | readonly string[]): Promise<Record<string, unknown> & { errors?: Record<string, unknown> }>;
  set(path: string, value: unknown): Promise<unknown>;
  invoke(name: string, ...args: unknown[]): Promise<unknown>;
  on(event: string, handler: (data?: unknown) => void): void;
  off(event: string, handler: (data?: unknown) => void): void;
  request(options: ZafRequest): Promise<unknown>;
  context(): Promise<{ account?: { subdomain?: string }; ticketId?: number | string }>;
  metadata(): Promise<{ settings?: Record<string, unknown> }>;
}

export interface ZafRequest {
  url: string;
  type: 'GET' | 'POST' | 'PUT';
  contentType?: string;
  data?: string;
  headers: Record<string, string>;
  /** Zendesk's proxy fills in secure settings; they never reach this page. */
  secure: true;
  cors: false;
  autoRetry: false;
  timeout: number;
  httpCompleteResponse: true;
  jwt: { algorithm: 'HS256'; secret_key: string; expiry: number; claims: Record<string, string> };
}

declare global {
  interface Window {
    /** Loaded from Zendesk's own servers. `init` answers false where the address does not say which app this is. */
    ZAFClient?: { init(): ZafClient | false };
  }
}

/** One value, as text; empty where Zendesk does not tell. */
export async function readText(client: ZafClient, path: string): Promise<string> {
  const { [path]: value } = await client.get(path);
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}
