import type { Request, RequestHandler, Response } from 'express';

export interface CannedResponse {
  status: number;
  headers?: Record<string, string>;
  /** An object is sent as JSON, a string as HTML, nothing as an empty body. */
  body?: unknown;
}

/**
 * What a matching request meets:
 * a canned response · `hang`: no byte until the simulator closes · `reset`: the connection drops before anything is
 * done · `delayMs`: served normally, late · `until`: served normally, then · `afterEffect`: the change is made and stored, then the answer is lost -
 * the unknown outcome that a client must survive without writing twice.
 */
export type FaultResponse =
  | CannedResponse
  | 'hang'
  | 'reset'
  | { delayMs: number }
  | { until: Promise<void> }
  | { afterEffect: 'reset' | 'hang' | CannedResponse };

export interface Fault {
  /** `path` is tested against path and query, e.g. `/api/v2/tickets/1.json?include=users`. */
  match: { method?: string; path: RegExp };
  /** How many requests it meets; without it, every one until `clear`. */
  times?: number;
  response: FaultResponse;
}

export interface FaultSwitches {
  set(fault: Fault): void;
  clear(): void;
  /** Faults that still wait for a request, oldest first. */
  list(): readonly Fault[];
}

export function createFaults(): FaultSwitches & { middleware: RequestHandler } {
  let faults: Fault[] = [];

  function take(method: string, url: string): FaultResponse | undefined {
    const index = faults.findIndex(
      ({ match }) => (match.method ?? method).toUpperCase() === method && match.path.test(url),
    );
    const fault = faults[index];
    if (!fault) return undefined;
    if (fault.times !== undefined) {
      const left = fault.times - 1;
      faults = left > 0 ? faults.with(index, { ...fault, times: left }) : faults.toSpliced(index, 1);
    }
    return fault.response;
  }

  return {
    set(fault) {
      // A global or sticky RegExp remembers where it stopped and would match only every other request.
      const path = new RegExp(fault.match.path.source, fault.match.path.flags.replace(/[gy]/g, ''));
      faults = [...faults, { ...fault, match: { ...fault.match, path } }];
    },
    clear() {
      faults = [];
    },
    list: () => faults,
    middleware(request, response, next) {
      const fault = faults.length === 0 ? undefined : take(request.method, request.originalUrl);
      if (fault === undefined) next();
      else inject(fault, request, response, next);
    },
  };
}

function inject(fault: FaultResponse, request: Request, response: Response, next: () => void): void {
  if (fault === 'hang') return;
  if (fault === 'reset') {
    request.socket.resetAndDestroy();
  } else if ('delayMs' in fault) {
    setTimeout(next, fault.delayMs).unref();
  } else if ('until' in fault) {
    void fault.until.then(next);
  } else if ('afterEffect' in fault) {
    loseTheAnswer(fault.afterEffect, request, response);
    next();
  } else {
    sendCanned(fault, response);
  }
}

function loseTheAnswer(how: 'reset' | 'hang' | CannedResponse, request: Request, response: Response): void {
  const end = response.end;
  response.end = ((): Response => {
    if (how === 'reset') request.socket.resetAndDestroy();
    else if (how !== 'hang') {
      response.end = end;
      for (const name of response.getHeaderNames()) response.removeHeader(name);
      sendCanned(how, response);
    }
    return response;
  }) as Response['end'];
}

function sendCanned(canned: CannedResponse, response: Response): void {
  response.status(canned.status).set(canned.headers ?? {});
  if (canned.body === undefined) response.end();
  else if (typeof canned.body === 'string') {
    if (!response.get('content-type')) response.type('html');
    response.send(canned.body);
  } else response.json(canned.body);
}
