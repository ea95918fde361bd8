import { AppError, type ErrorKind } from '@draftsmith/errors';
import { kindOfStatus, parseRetryAfter } from '@draftsmith/http';
import type { Fault, Meaning } from './fault.ts';

export interface FailureContext {
  /** Subject of the message, e.g. `OpenAI`. */
  title: string;
  /** As the route names it. */
  model: string;
  /** Milliseconds since the epoch. */
  now: number;
}

export type Failure = { kind: 'failed'; error: AppError } | { kind: 'refused'; detail: string };

/** Error types of all vendors, for reports without a status of their own. */
const KIND_OF_WORD: Readonly<Record<string, ErrorKind>> = {
  authentication_error: 'auth',
  invalid_api_key: 'auth',
  permission_error: 'permission',
  permission_denied: 'permission',
  insufficient_permissions: 'permission',
  not_found_error: 'not-found',
  rate_limit_error: 'rate-limited',
  rate_limit_exceeded: 'rate-limited',
  too_many_requests: 'rate-limited',
  resource_exhausted: 'rate-limited',
  requests: 'rate-limited',
  tokens: 'rate-limited',
  invalid_request_error: 'invalid',
  invalid_argument: 'invalid',
  badrequesterror: 'invalid',
  timeout_error: 'timeout',
};

/** A reported failure in our words: a refusal is an answer, everything else an error. */
export function toFailure(fault: Fault, meaning: Meaning | undefined, context: FailureContext): Failure {
  const { title, model } = context;
  const status = fault.status === undefined ? {} : { status: fault.status };
  switch (meaning) {
    case 'refused':
      return {
        kind: 'refused',
        detail: `${title} declined to answer (${fault.words[0] ?? fault.status ?? 'filtered'})`,
      };
    case 'no-credit':
      return failed('rate-limited', `${title} reports that the account has no credit left`, {
        code: 'llm.no-credit',
        retryable: false,
        ...status,
      });
    case 'too-long':
      return failed('invalid', `The prompt is longer than ${model} of ${title} can read`, {
        code: 'llm.too-long',
        ...status,
      });
    case 'no-schema':
      return failed('invalid', `${title} rejected a question for JSON (${cause(fault)})`, {
        code: 'llm.no-schema',
        ...status,
      });
    case 'unknown-model':
      return failed('not-found', unknownModel(context, fault), { code: 'llm.status', ...status });
    default:
      return fault.status === undefined ? byWord(fault, context) : byStatus(fault, fault.status, context);
  }
}

function byStatus(fault: Fault, status: number, context: FailureContext): Failure {
  if (status === 402) return toFailure(fault, 'no-credit', context);
  if (status === 413) return toFailure(fault, 'too-long', context);
  if (status === 404) return toFailure(fault, 'unknown-model', context);
  const retryAfterMs = retryAfter(fault.headers, context.now);
  return failed(kindOfStatus(status) ?? 'unavailable', `${context.title} ${sentence(status)} (${cause(fault)})`, {
    code: 'llm.status',
    status,
    ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
  });
}

/** In the middle of a stream, or with status 200. What is not known by name is taken for trouble that passes. */
function byWord(fault: Fault, context: FailureContext): Failure {
  const known = fault.words.find((word) => word in KIND_OF_WORD);
  const kind = (known === undefined ? undefined : KIND_OF_WORD[known]) ?? 'unavailable';
  if (kind === 'not-found') return toFailure(fault, 'unknown-model', context);
  const word = known ?? fault.words[0];
  const message = `${context.title} reported an error instead of an answer${word ? ` (${word})` : ''}`;
  return failed(kind, message, { code: 'llm.stream' });
}

function unknownModel({ title, model }: FailureContext, fault: Fault): string {
  return `${title} does not know ${model} (${cause(fault)}): check the name in DRAFTSMITH_ROUTES, and the base URL if there is one`;
}

function cause({ status, words: [word] }: Fault): string {
  return [status, word].filter((part) => part !== undefined).join(', ') || 'no reason given';
}

function sentence(status: number): string {
  if (status === 401) return 'did not accept the API key';
  if (status === 403) return 'does not allow this key to use the model';
  if (status === 429) return 'limits the rate of requests';
  if (status >= 300 && status < 400) return 'sends requests on to another address: check the base URL';
  return status >= 500 ? 'is not available' : 'rejected the request';
}

/** A date is read against the server's own clock when it says what that is: ours may be minutes off. */
function retryAfter(headers: Fault['headers'], now: number): number | undefined {
  const milliseconds = Number(headers?.get('retry-after-ms') || Number.NaN);
  if (milliseconds >= 0 && milliseconds < Number.POSITIVE_INFINITY) return Math.round(milliseconds);
  const server = Date.parse(headers?.get('date') ?? '');
  return parseRetryAfter(headers?.get('retry-after'), new Date(Number.isNaN(server) ? now : server));
}

function failed(...error: ConstructorParameters<typeof AppError>): Failure {
  return { kind: 'failed', error: new AppError(...error) };
}
