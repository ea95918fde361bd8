/** What an endpoint answers, before it becomes an HTTP response. `body` undefined sends no body at all. */
export interface Reply {
  status: number;
  body?: unknown;
  headers?: Record<string, string>;
}

export function ok(body: unknown): Reply {
  return { status: 200, body };
}

export function created(body: unknown): Reply {
  return { status: 201, body };
}

export function noContent(): Reply {
  return { status: 204 };
}

export function unauthorized(): Reply {
  return { status: 401, body: { error: "Couldn't authenticate you" } };
}

/** A bearer token that is unknown, ended or revoked. */
export function invalidToken(): Reply {
  return {
    status: 401,
    headers: { 'www-authenticate': 'Bearer error="invalid_token"' },
    body: {
      error: 'invalid_token',
      error_description: 'The access token provided is expired, revoked, malformed or invalid for other reasons.',
    },
  };
}

export function missingScope(scopes: readonly string[]): Reply {
  const description = `You are missing the following required scopes: ${scopes.join(', ')}`;
  return { status: 403, body: { error: 'Forbidden', description } };
}

/** An object under `error`, not a string: recorded so, and a classic way to break a parser. */
export function forbidden(): Reply {
  return {
    status: 403,
    body: {
      error: {
        title: 'Forbidden',
        message:
          'You do not have access to this page. Please contact the account owner of this help desk for further help.',
      },
    },
  };
}

export function notFound(): Reply {
  return { status: 404, body: { error: 'RecordNotFound', description: 'Not found' } };
}

export function unknownEndpoint(): Reply {
  return { status: 404, body: { error: 'InvalidEndpoint', description: 'Not found' } };
}

export function missingParameter(name: string): Reply {
  return { status: 400, body: { error: 'ParameterMissing', description: `Parameter ${name} is required` } };
}

export function updateConflict(): Reply {
  return {
    status: 409,
    body: {
      error: 'UpdateConflict',
      description: 'Safe Update prevented the update due to outdated ticket data.',
    },
  };
}

/** 422 with one detail; `error` is the machine-readable reason (`BlankValue`, `InvalidValue` ...). */
export function recordInvalid(field: string, description: string, error?: string): Reply {
  return {
    status: 422,
    body: {
      error: 'RecordInvalid',
      description: 'Record validation errors',
      details: { [field]: [{ description, ...(error === undefined ? {} : { error }) }] },
    },
  };
}

export function closedTicket(): Reply {
  return recordInvalid('status', 'Status: closed prevents ticket update');
}

export function rateLimited(retryAfterSeconds: number, description: string): Reply {
  return {
    status: 429,
    headers: { 'retry-after': String(retryAfterSeconds) },
    body: { error: 'APIRateLimitExceeded', description },
  };
}
