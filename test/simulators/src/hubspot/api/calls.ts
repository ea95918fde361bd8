import type { RequestHandler } from 'express';
import { endpointOf } from './paths.ts';

export interface Call {
  readonly method: string;
  /** As it came, with the query. */
  readonly path: string;
  /** `POST /crm/objects/notes/batch/read`, `GET /crm/objects/deals/{id}`: without version, type id or record id. */
  readonly endpoint: string;
  readonly portalId: number | null;
  /** 0: the answer was lost or never given. */
  status: number;
}

export interface CallLog {
  /** Everything that reached the API, oldest first, whatever became of it. */
  all(): readonly Call[];
  count(endpoint: string | RegExp): number;
  byEndpoint(): Readonly<Record<string, number>>;
  clear(): void;
}

export function createCallLog(
  portalOf: (authorization: string | undefined) => number | null,
): CallLog & { middleware: RequestHandler } {
  let calls: Call[] = [];
  const matches = (call: Call, endpoint: string | RegExp) =>
    typeof endpoint === 'string' ? call.endpoint === endpoint : endpoint.test(call.endpoint);
  return {
    all: () => calls,
    count: (endpoint) => calls.filter((call) => matches(call, endpoint)).length,
    byEndpoint() {
      const counts: Record<string, number> = {};
      for (const { endpoint } of calls) counts[endpoint] = (counts[endpoint] ?? 0) + 1;
      return counts;
    },
    clear() {
      calls = [];
    },
    middleware(request, response, next) {
      const { method, originalUrl, path } = request;
      const portalId = portalOf(request.get('authorization'));
      const call: Call = { method, path: originalUrl, endpoint: endpointOf(method, path), portalId, status: 0 };
      calls.push(call);
      response.once('finish', () => {
        call.status = response.statusCode;
      });
      next();
    },
  };
}
