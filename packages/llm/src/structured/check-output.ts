import { AppError } from '@draftsmith/errors';
import type { Ajv2020, ErrorObject, ValidateFunction } from 'ajv/dist/2020.js';
import type { JsonSchema } from '../contract/request.ts';
import { loadAjv } from '../load-ajv.ts';

/** By schema object: callers keep theirs, and compiling takes milliseconds. */
const compiled = new WeakMap<JsonSchema, ValidateFunction>();
let ajv: Ajv2020 | undefined;

/**
 * Whether answers can be checked against a schema at all: asked before anything is sent.
 * @throws AppError `invalid` with code `llm.schema`
 */
export function checkOutput(schema: JsonSchema): void {
  validatorOf(schema);
}

/** @throws AppError `invalid` with code `llm.schema` */
export function validatorOf(schema: JsonSchema): ValidateFunction {
  const known = compiled.get(schema);
  if (known) return known;
  const validate = compile(schema);
  compiled.set(schema, validate);
  return validate;
}

function compile(schema: JsonSchema): ValidateFunction {
  // Formats are remarks in this draft of JSON Schema, and unknown keywords are for others to read.
  ajv ??= new (loadAjv())({ strict: false, validateFormats: false, allErrors: true, logger: false });
  let validate: ValidateFunction;
  try {
    validate = ajv.compile(schema);
  } catch (thrown) {
    throw wrong(thrown instanceof Error ? thrown.message : 'it cannot be read');
  } finally {
    // Else every schema would stay in its memory, and a second one with the same `$id` be rejected.
    ajv.removeSchema(schema);
  }
  if ('$async' in validate) throw wrong('it must not be asynchronous');
  try {
    validate({});
  } catch {
    throw wrong('it refers to itself without an end');
  }
  return validate;
}

function wrong(problem: string): AppError {
  return new AppError('invalid', `The JSON schema of the answer cannot be used: ${problem.slice(0, 300)}`, {
    code: 'llm.schema',
  });
}

/** For the model to read, e.g. `/items/0/price must be number`. */
export function toProblem({ instancePath, message = 'is not valid', params, keyword }: ErrorObject): string {
  const place = instancePath === '' ? 'The object' : instancePath;
  if (keyword === 'additionalProperties') return `${place} must not have the property ${params.additionalProperty}`;
  if (keyword === 'enum') return `${place} must be one of ${JSON.stringify(params.allowedValues)}`;
  if (keyword === 'const') return `${place} must be ${JSON.stringify(params.allowedValue)}`;
  return `${place} ${message}`;
}
