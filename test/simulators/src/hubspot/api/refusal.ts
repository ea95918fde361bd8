import { randomUUID } from 'node:crypto';

/** One of `errors` in a batch answer or a refusal. */
export interface ErrorEntry {
  message: string;
  code?: string;
  context?: Record<string, string[]>;
}

/** What is wrong with one property. */
export interface PropertyProblem {
  name: string;
  message: string;
  code: string;
}

export interface RefusalBody {
  message: string;
  category?: string;
  subCategory?: string;
  errors?: ErrorEntry[];
  context?: Record<string, string[]>;
}

/** An answer other than success; thrown where a rule is broken and sent by the endpoint. */
export class Refusal extends Error {
  readonly status: number;
  readonly details: RefusalBody;
  readonly problems: readonly PropertyProblem[];

  constructor(status: number, details: RefusalBody, problems: readonly PropertyProblem[] = []) {
    super(details.message);
    this.status = status;
    this.details = details;
    this.problems = problems;
  }

  body(): Record<string, unknown> {
    return { status: 'error', ...this.details, correlationId: randomUUID() };
  }

  /** As an entry of `errors` in a 207. */
  entry(context: Record<string, string[]> = {}): Record<string, unknown> {
    const { message, category = 'VALIDATION_ERROR', errors } = this.details;
    const merged = { ...this.details.context, ...context };
    return { status: 'error', category, message, ...(errors ? { errors } : {}), context: merged };
  }
}

export function invalid(message: string, more: Omit<RefusalBody, 'message'> = {}): Refusal {
  return new Refusal(400, { category: 'VALIDATION_ERROR', ...more, message });
}

/** The recorded wording: the entries once more as JSON inside the message. */
export function invalidProperties(problems: readonly PropertyProblem[]): Refusal {
  const list = problems.map(({ name, message, code }) => ({ isValid: false, message, error: code, name }));
  const errors = problems.map(({ name, message, code }) => ({ message, code, context: { propertyName: [name] } }));
  const message = `Property values were not valid: ${JSON.stringify(list)}`;
  return new Refusal(400, { message, category: 'VALIDATION_ERROR', errors }, problems);
}

export function notFound(id: string): Refusal {
  return new Refusal(404, {
    message: 'Object not found.  objectId are usually numeric.',
    category: 'OBJECT_NOT_FOUND',
    context: { id: [id] },
  });
}

export function missingScopes(scopes: readonly string[]): Refusal {
  return new Refusal(403, {
    message: 'One or more of the following scopes are required.',
    category: 'MISSING_SCOPES',
    context: { requiredGranularScopes: [...scopes], links: ['https://developers.hubspot.com/scopes'] },
  });
}
