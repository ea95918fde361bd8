import type { ErrorObject, ValidateFunction } from 'ajv/dist/2020.js';
import { loadAjv } from '../load-ajv.ts';
import type { Route } from './route.ts';

/** Milliseconds; ten minutes is longer than anybody waits for a draft. */
const ms = { type: 'integer', minimum: 1, maximum: 600_000 };
const price = { type: 'number', minimum: 0, maximum: 100_000 };

const schema = {
  type: 'object',
  required: ['route'],
  additionalProperties: false,
  properties: {
    route: { type: 'string', minLength: 1 },
    api: { enum: ['chat', 'responses'] },
    baseUrl: { type: 'string', pattern: '^https?://' },
    tier: { enum: ['large', 'small'] },
    limits: {
      type: 'object',
      additionalProperties: false,
      properties: { connectMs: ms, firstTokenMs: ms, idleMs: ms, endGraceMs: ms },
    },
    totalMs: ms,
    hedgeAfterMs: ms,
    contextWindow: { type: 'integer', minimum: 1 },
    region: { type: 'string', pattern: '^[\\p{L}\\p{N}][\\p{L}\\p{N} ._-]{0,39}$' },
    price: {
      type: 'object',
      required: ['input', 'output'],
      additionalProperties: false,
      properties: { input: price, output: price, cachedInput: price },
    },
  },
};

type Read = { route: string; settings: Omit<Route, 'provider' | 'model'> } | { problem: string };

let validate: ValidateFunction | undefined;

/** A route with its finer settings. `problem` completes "Entry 2 of the list of routes ...". */
export function readDetailedRoute(entry: unknown): Read {
  validate ??= new (loadAjv())().compile(schema);
  if (!validate(entry)) return { problem: problemOf(validate.errors?.[0]) };
  const { route, ...settings } = entry as { route: string };
  return { route: route.trim(), settings };
}

function problemOf(error: ErrorObject | undefined): string {
  const where = error?.instancePath ? `is wrong at ${error.instancePath.slice(1).replaceAll('/', '.')}: it` : '';
  const extra = error?.keyword === 'additionalProperties' ? ` ("${error.params.additionalProperty}")` : '';
  const choice = error?.keyword === 'enum' ? ` (${error.params.allowedValues.join(', ')})` : '';
  return `${where} ${error?.message ?? 'is no route'}${extra}${choice}`.trim();
}
