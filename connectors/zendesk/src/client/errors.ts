import { AppError, type ErrorKind, isAppError, toAppError } from '@draftsmith/errors';

interface Meaning {
  code: string;
  message: string;
}

/** The code is the same for every connector: whoever sees it need not know Zendesk. */
const TICKET_CLOSED: Meaning = {
  code: 'resource-closed',
  message: 'The ticket is closed for good: Zendesk takes no more notes',
};

const MEANINGS: Record<ErrorKind, Meaning> = {
  auth: {
    code: 'zendesk.unauthorized',
    message: 'Zendesk does not accept the credentials: the token is wrong, expired or revoked',
  },
  permission: {
    code: 'zendesk.forbidden',
    message: 'Zendesk does not let these credentials do this: a scope or a role is missing',
  },
  'not-found': {
    code: 'zendesk.address-not-found',
    message: 'Zendesk has nothing at this address: check the subdomain and that the product is switched on',
  },
  conflict: { code: 'zendesk.update-conflict', message: 'The ticket was changed by somebody else in the meantime' },
  invalid: { code: 'zendesk.refused', message: 'Zendesk refused the request as invalid' },
  'rate-limited': { code: 'zendesk.rate-limited', message: 'Zendesk asks to slow down: a rate limit is used up' },
  timeout: { code: 'zendesk.timeout', message: 'Zendesk gave no answer in time' },
  unavailable: { code: 'zendesk.unavailable', message: 'Zendesk is not available at the moment' },
};

/**
 * Turns a failure of the HTTP client into one that names Zendesk. What caused it is looked into and then dropped: the
 * body may quote the ticket, a network failure holds the request with its credentials, and errors end in logs.
 */
export function toZendeskError(thrown: unknown): AppError {
  const error = toAppError(thrown);
  const { code, message } = error.status === undefined ? withoutAnswer(error) : meaningOf(error);
  return new AppError(error.kind, message, {
    code,
    retryable: error.retryable,
    ...(error.status !== undefined && { status: error.status }),
    ...(error.retryAfterMs !== undefined && { retryAfterMs: error.retryAfterMs }),
  });
}

/** For a missing record, as Zendesk itself says it; a 404 of a wrong address or of a proxy is something else. */
export function isRecordNotFound(thrown: unknown): boolean {
  return isAppError(thrown) && thrown.code === 'resource-gone';
}

/** For a ticket that is closed for good: no note can be added, and repeating cannot help. */
export function ticketClosed(status?: number): AppError {
  return new AppError('invalid', TICKET_CLOSED.message, {
    code: TICKET_CLOSED.code,
    ...(status !== undefined && { status }),
  });
}

/** Keeps the code of the HTTP client, by which callers know an abort from a failure. */
function withoutAnswer(error: AppError): Meaning {
  const code = error.code ?? 'unexpected';
  if (code !== 'http.network') return { code, message: `Zendesk: ${error.message}` };
  const reason = systemCode(error.cause);
  return { code, message: `Zendesk could not be reached${reason === undefined ? '' : ` (${reason})`}` };
}

/** ENOTFOUND, ECONNREFUSED, CERT_HAS_EXPIRED ...: what an operator needs, somewhere down the causes. */
function systemCode(cause: unknown, depth = 0): string | undefined {
  const code = fieldOf(cause, 'code');
  if (typeof code === 'string' && /^[A-Z][A-Z0-9_]{2,40}$/.test(code)) return code;
  return depth < 5 && cause instanceof Error ? systemCode(cause.cause, depth + 1) : undefined;
}

function meaningOf(error: AppError): Meaning {
  const body = error.cause;
  if (error.kind === 'not-found' && errorCode(body) === 'RecordNotFound') {
    return { code: 'resource-gone', message: 'Zendesk has no such record: it was deleted or never existed' };
  }
  if (error.status === 422 && namesClosedStatus(body)) {
    return TICKET_CLOSED;
  }
  return MEANINGS[error.kind];
}

/** `error` is a code in most answers, an object with a title in some, and absent where a proxy answers. */
function errorCode(body: unknown): string | undefined {
  const error = fieldOf(body, 'error');
  return typeof error === 'string' ? error : undefined;
}

/** The reason stands under `details.status` or `details.base`, in the language of the token's owner. */
function namesClosedStatus(body: unknown): boolean {
  const details = fieldOf(body, 'details');
  return ['status', 'base'].some((field) => {
    const reasons = fieldOf(details, field);
    return Array.isArray(reasons) && reasons.some((reason) => /closed/i.test(String(fieldOf(reason, 'description'))));
  });
}

function fieldOf(value: unknown, field: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, field) : undefined;
}
