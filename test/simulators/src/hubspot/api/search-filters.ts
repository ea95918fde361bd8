import { compare, parseDecimal } from '../crm/decimal.ts';
import { findObjectType } from '../crm/object-types.ts';
import type { Portal } from '../crm/portal.ts';
import type { Property, Values } from '../crm/property.ts';
import type { CrmRecord } from '../crm/records.ts';
import { invalid } from './refusal.ts';

export interface Filter {
  propertyName?: unknown;
  operator?: unknown;
  value?: unknown;
  highValue?: unknown;
  values?: unknown;
}

/** Whether the record matches; throws 400 for filters that HubSpot does not know. */
export function matches(portal: Portal, record: CrmRecord, values: Values, filter: Filter): boolean {
  const name = String(filter.propertyName ?? '');
  if (name.startsWith('associations.')) return isLinked(portal, record, name.slice('associations.'.length), filter);
  const property = portal.properties.find(record.type, name);
  if (!property) throw invalid(`There was a problem with the request: property ${name} does not exist`);
  const own = ownValue(record, values, name);
  const wanted = filter.value === undefined ? undefined : String(filter.value);
  switch (filter.operator) {
    case 'HAS_PROPERTY':
      return own !== null;
    case 'NOT_HAS_PROPERTY':
      return own === null;
    case 'EQ':
      return own !== null && order(property, own, given(wanted)) === 0;
    case 'NEQ':
      return own !== null && order(property, own, given(wanted)) !== 0;
    case 'LT':
      return own !== null && order(property, own, given(wanted)) < 0;
    case 'LTE':
      return own !== null && order(property, own, given(wanted)) <= 0;
    case 'GT':
      return own !== null && order(property, own, given(wanted)) > 0;
    case 'GTE':
      return own !== null && order(property, own, given(wanted)) >= 0;
    case 'BETWEEN':
      return (
        own !== null && order(property, own, given(wanted)) >= 0 && order(property, own, String(filter.highValue)) <= 0
      );
    case 'IN':
      return own !== null && listed(filter.values).includes(inCase(property, own));
    case 'NOT_IN':
      return own !== null && !listed(filter.values).includes(inCase(property, own));
    case 'CONTAINS_TOKEN':
      return own !== null && hasToken(own, given(wanted));
    case 'NOT_CONTAINS_TOKEN':
      return own === null || !hasToken(own, given(wanted));
    default:
      throw invalid(`Invalid input JSON: ${String(filter.operator)} is not an operator`);
  }
}

/** Values and the stamps, which are not kept among them. */
export function ownValue(record: CrmRecord, values: Values, name: string): string | null {
  if (name === 'hs_object_id') return record.id;
  if (name === 'createdate' || name === 'hs_createdate') return new Date(record.createdAt).toISOString();
  if (name === 'lastmodifieddate' || name === 'hs_lastmodifieddate') return new Date(record.updatedAt).toISOString();
  return values[name] ?? null;
}

export function order(property: Property, a: string, b: string): number {
  if (property.type === 'number') {
    const [left, right] = [parseDecimal(a), parseDecimal(b)];
    if (left && right) return compare(left, right);
  }
  if (property.type === 'datetime' || property.type === 'date') return time(a) - time(b);
  const [left, right] = property.type === 'string' ? [a.toLowerCase(), b.toLowerCase()] : [a, b];
  return left < right ? -1 : left > right ? 1 : 0;
}

function isLinked(portal: Portal, record: CrmRecord, to: string, { operator, value, values }: Filter): boolean {
  const type = findObjectType(to);
  if (!type) throw invalid(`There was a problem with the request: associations.${to} is not searchable`);
  const ids = portal.links.ids({ type: record.type, id: record.id }, type);
  if (operator === 'EQ') return ids.includes(String(value));
  if (operator === 'IN') return listed(values).some((id) => ids.includes(id));
  throw invalid(`Invalid input JSON: ${String(operator)} does not work on associations`);
}

function given(value: string | undefined): string {
  if (value === undefined) throw invalid('Invalid input JSON: a filter needs a value');
  return value;
}

function time(text: string): number {
  return /^-?\d{6,}$/.test(text) ? Number(text) : Date.parse(text);
}

function listed(values: unknown): string[] {
  if (!Array.isArray(values)) throw invalid('Invalid input JSON: IN needs values');
  return values.map(String);
}

/** The trap: texts are kept in lower case in the index, lists of values are not, so `IN ["Acme"]` finds nothing. */
function inCase(property: Property, own: string): string {
  return property.type === 'string' ? own.toLowerCase() : own;
}

function hasToken(own: string, wanted: string): boolean {
  const words = own.toLowerCase().split(/[^\p{L}\p{N}]+/u);
  const token = wanted.toLowerCase().replace(/^\*|\*$/g, '');
  return wanted.includes('*') ? words.some((word) => word.includes(token)) : words.includes(token);
}
