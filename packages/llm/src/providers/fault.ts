/** A failure as an API or a proxy reports it. */
export interface Fault {
  /** Of the HTTP response, or the number in the body that stands for it; absent in the middle of a stream. */
  status?: number;
  headers?: Pick<Headers, 'get'>;
  /** The machine-readable words, lower case, e.g. `insufficient_quota`, `overloaded_error`. */
  words: readonly string[];
  /** Only for recognising a cause: it may quote the prompt, so no message of ours holds it. */
  text: string;
}

/** What a vendor's own words say more exactly than a status. */
export type Meaning = 'refused' | 'no-credit' | 'too-long' | 'unknown-model' | 'no-schema';

/**
 * Reads the shapes that error bodies have: `{error: {...}}` of most, a list of these (Google), `{error: "..."}` (Ollama),
 * the fields without a wrapper (vLLM), `{detail: ...}` (FastAPI), or text.
 */
export function readFault(body: unknown, response: Pick<Fault, 'status' | 'headers'> = {}): Fault {
  const inner = unwrap(body);
  const fields = isRecord(inner) ? inner : {};
  const nested = [fields.innererror, fields.inner_error, fields.details].filter(isRecord);
  const raw = [
    fields.code,
    fields.type,
    fields.status,
    ...nested.flatMap(({ code, error_code }) => [code, error_code]),
  ];
  const status = response.status ?? raw.map(Number).find((code) => code >= 400 && code < 600);
  return {
    ...response,
    ...(status === undefined ? {} : { status }),
    words: raw.filter(isWord).map((word) => word.toLowerCase()),
    text: typeof inner === 'string' ? inner : [fields.message, fields.detail].filter(isString).join(' '),
  };
}

/** What an SDK throws for a status of 400 or more, by its shape: both vendors' classes have these fields. */
export function faultOfThrown(thrown: unknown): Fault | undefined {
  if (!isRecord(thrown) || typeof thrown.status !== 'number') return undefined;
  const headers = isRecord(thrown.headers) && typeof thrown.headers.get === 'function';
  return readFault(thrown.error ?? thrown.message, {
    status: thrown.status,
    ...(headers ? { headers: thrown.headers as unknown as Headers } : {}),
  });
}

function unwrap(body: unknown): unknown {
  const first: unknown = Array.isArray(body) ? body[0] : body;
  return isRecord(first) && first.error ? first.error : first;
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function isString(value: unknown): value is string {
  return typeof value === 'string';
}

/** A word that can stand in a message for people; anything longer is text. */
function isWord(value: unknown): value is string {
  return typeof value === 'string' && /^[a-z][\w.-]{1,59}$/i.test(value);
}
