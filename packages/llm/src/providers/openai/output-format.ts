import type { CompletionRequest, JsonSchema } from '../../contract/request.ts';
import { isRecord } from '../fault.ts';

/** Older models of the vendor know no schemas; they are told in words. */
const WITHOUT_SCHEMAS =
  /^(?:gpt-3\.5|gpt-4(?:$|-(?:\d|turbo|vision|32k))|gpt-4o-2024-05-13|chatgpt-|o1-(?:mini|preview))/i;

export interface OutputFormat {
  name: string;
  schema: Record<string, unknown>;
  /** The API itself sees to it that the answer satisfies the schema. */
  strict: boolean;
}

export function takesSchemas(model: string): boolean {
  return !WITHOUT_SCHEMAS.test(model);
}

export function toOutputFormat({ name, schema }: NonNullable<CompletionRequest['output']>): OutputFormat {
  return {
    name: name.replace(/[^\w-]/g, '_').slice(0, 64) || 'answer',
    schema: { ...schema },
    strict: isStrict(schema),
  };
}

/**
 * What strict mode takes, from https://developers.openai.com/api/docs/guides/structured-outputs; everything else is
 * asked for without a guarantee, and checked by us.
 */
const STRICT_KEYWORDS = new Set([
  ...['type', 'properties', 'required', 'additionalProperties', 'items', 'enum', 'const', 'anyOf'],
  ...['$ref', '$defs', '$schema', 'definitions', 'title', 'description', 'pattern', 'format'],
  ...['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum', 'multipleOf', 'minItems', 'maxItems'],
]);
const STRICT_FORMATS = new Set([
  ...['date-time', 'time', 'date', 'duration', 'email', 'hostname', 'ipv4', 'ipv6', 'uuid'],
]);
const DEEPEST = 10;

export function isStrict(schema: JsonSchema): boolean {
  return schema.type === 'object' && schema.anyOf === undefined && permits(schema, 0);
}

function permits(schema: unknown, depth: number): boolean {
  if (!isRecord(schema) || depth > DEEPEST) return false;
  if (!Object.keys(schema).every((keyword) => STRICT_KEYWORDS.has(keyword))) return false;
  if (typeof schema.format === 'string' && !STRICT_FORMATS.has(schema.format)) return false;
  if (typeof schema.$ref === 'string' && !schema.$ref.startsWith('#')) return false;
  const below = [
    ...Object.values(isRecord(schema.properties) ? schema.properties : {}),
    ...Object.values(isRecord(schema.$defs) ? schema.$defs : {}),
    ...Object.values(isRecord(schema.definitions) ? schema.definitions : {}),
    ...(Array.isArray(schema.anyOf) ? schema.anyOf : []),
    ...(schema.items === undefined ? [] : [schema.items]),
  ];
  return permitsObject(schema) && below.every((part) => permits(part, depth + 1));
}

/** Every property is required, and no other is allowed. */
function permitsObject({ type, properties, required, additionalProperties }: Record<string, unknown>): boolean {
  const isObject = type === 'object' || (Array.isArray(type) && type.includes('object')) || properties !== undefined;
  if (!isObject) return true;
  const names = Object.keys(isRecord(properties) ? properties : {});
  return additionalProperties === false && Array.isArray(required) && names.every((name) => required.includes(name));
}
