export interface OutgoingCall {
  method: string;
  /** As HubSpot knows it, and as it is signed. */
  url: string;
  headers: Record<string, string>;
  body: string;
  timeoutMs: number;
}

export type CallResult =
  | { kind: 'answered'; status: number; headers: Record<string, string>; body: string }
  | { kind: 'timeout' }
  | { kind: 'unreachable' };

export interface CallOut {
  /** From now on calls of the origin go to another, as `local.json` of an app project says: `https://svc.example` to loopback. */
  route(origin: string, to: string): void;
  send(call: OutgoingCall): Promise<CallResult>;
  /** Ends calls that are under way. */
  close(): void;
}

/** How HubSpot calls the app. Redirects are not followed. */
export function createCallOut(): CallOut {
  const routes = new Map<string, string>();
  const closed = new AbortController();
  return {
    route(origin, to) {
      routes.set(new URL(origin).origin, new URL(to).origin);
    },
    async send({ method, url, headers, body, timeoutMs }) {
      const deadline = AbortSignal.timeout(Math.max(1, Math.ceil(timeoutMs)));
      try {
        const response = await fetch(routed(url, routes), {
          method,
          headers,
          redirect: 'manual',
          signal: AbortSignal.any([deadline, closed.signal]),
          ...(body === '' ? {} : { body }),
        });
        const text = await response.text();
        return { kind: 'answered', status: response.status, headers: Object.fromEntries(response.headers), body: text };
      } catch {
        return { kind: deadline.aborted ? 'timeout' : 'unreachable' };
      }
    },
    close: () => closed.abort(),
  };
}

function routed(url: string, routes: ReadonlyMap<string, string>): string {
  const { origin } = new URL(url);
  const to = routes.get(origin);
  return to === undefined ? url : to + url.slice(origin.length);
}
