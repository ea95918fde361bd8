import { transformJSONSchema } from '@anthropic-ai/sdk/lib/transform-json-schema';
import type { JsonSchema } from '../../contract/request.ts';
import { isRecord } from '../fault.ts';

/**
 * The schema in the subset that the API takes: constraints that it does not know become part of the descriptions, for
 * the model to read. Undefined for a schema whose meaning would be lost, e.g. of an object with arbitrary names.
 */
export function toOutputFormat(schema: JsonSchema): Record<string, unknown> | undefined {
  if (!isClosed(schema, 0)) return undefined;
  try {
    return transformJSONSchema(schema);
  } catch {
    // It wants a type in places where JSON Schema does without.
    return undefined;
  }
}

const NOT_TRANSLATED = ['patternProperties', 'not', 'if', 'prefixItems', 'dependentSchemas', 'definitions'];
const DEEPEST = 32;

/** Neither objects that take any property nor schemas that hold themselves, which the API rejects. */
function isClosed(schema: unknown, depth: number): boolean {
  if (!isRecord(schema) || depth > DEEPEST) return false;
  if (NOT_TRANSLATED.some((keyword) => keyword in schema) || schema.$ref !== undefined) return false;
  if (schema.additionalProperties !== undefined && schema.additionalProperties !== false) return false;
  const below = [
    ...Object.values(isRecord(schema.properties) ? schema.properties : {}),
    ...[schema.anyOf, schema.oneOf, schema.allOf].flatMap((list) => (Array.isArray(list) ? list : [])),
    ...(schema.items === undefined ? [] : [schema.items]),
  ];
  return below.every((part) => isClosed(part, depth + 1));
}
