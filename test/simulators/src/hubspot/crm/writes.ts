import { invalid, notFound, Refusal } from '../api/refusal.ts';
import { connect } from './connect.ts';
import type { End } from './links.ts';
import { type ObjectName, type ObjectType, objectType } from './object-types.ts';
import type { Portal, Source } from './portal.ts';
import type { Values } from './property.ts';
import type { CrmRecord } from './records.ts';
import { rulesOf } from './rules/of-type.ts';
import type { Target } from './rules/rules.ts';

export interface CreateInput {
  properties?: unknown;
  associations?: unknown;
}

export interface SeedOptions {
  id?: string;
  createdAt?: number;
}

/**
 * Checks a creation and answers what carries it out, so that a batch can be checked as a whole before anything is stored.
 * @param claims unique values that the same batch already uses.
 */
export function prepareCreate(
  portal: Portal,
  type: ObjectType,
  input: CreateInput,
  source: Source,
  claims = new Set<string>(),
): (seed?: SeedOptions) => CrmRecord {
  const rules = rulesOf(type);
  rules.asked?.(portal, null, input.properties, source);
  const checked = portal.properties.check(type, input.properties);
  requireAll(type, rules.required ?? [], checked);
  const targets = readTargets(portal, type, input.associations);
  const values = rules.beforeCreate?.(portal, checked, targets) ?? checked;
  checkUnique(portal, type, values, null, claims);
  return (seed = {}) => {
    const id = seed.id ?? portal.nextId();
    const derived = rules.derive?.(portal, values) ?? {};
    const record = portal.records.insert(type, id, { ...values, ...derived, ...origin(source) }, seed.createdAt);
    portal.emit({ kind: 'creation', object: nameOf(type), objectId: id, source });
    emitChanges(portal, record, checked, source);
    for (const { end, kind } of targets) connect(portal, { type, id }, end, kind, source, { creating: true });
    rules.afterChange?.(portal, record, source);
    return record;
  };
}

export function updateRecord(portal: Portal, record: CrmRecord, properties: unknown, source: Source): CrmRecord {
  prepareUpdate(portal, record, properties, source)();
  return record;
}

/** As `prepareCreate`, for a change. */
export function prepareUpdate(portal: Portal, record: CrmRecord, properties: unknown, source: Source): () => void {
  const rules = rulesOf(record.type);
  rules.asked?.(portal, record.id, properties, source);
  const checked = portal.properties.check(record.type, properties);
  const changes = rules.beforeUpdate?.(portal, record, checked) ?? checked;
  checkUnique(portal, record.type, changes, record.id);
  return () => {
    keepHistory(portal, record, changes, source);
    const before = record.values;
    const values = { ...before, ...changes };
    portal.records.replace(record, { ...values, ...(rules.derive?.(portal, values) ?? {}) });
    const changed = Object.entries(checked).filter(([name, value]) => (before[name] ?? null) !== value);
    emitChanges(portal, record, Object.fromEntries(changed), source);
    rules.afterChange?.(portal, record, source);
  };
}

export function archiveRecord(portal: Portal, record: CrmRecord, source: Source): void {
  rulesOf(record.type).beforeArchive?.(portal, record, source);
  const end = { type: record.type, id: record.id };
  const neighbours = portal.links.ends(end);
  portal.links.removeAll(end);
  portal.records.archive(record);
  portal.emit({ kind: 'deletion', object: nameOf(record.type), objectId: record.id, source });
  for (const { type, id } of neighbours) {
    const neighbour = portal.records.get(type, id);
    if (neighbour) rulesOf(type).afterChange?.(portal, neighbour, source);
  }
}

/** The record by id, or by a property with unique values. Throws the 404. */
export function findRecord(portal: Portal, type: ObjectType, id: string, idProperty?: string): CrmRecord {
  if (idProperty && idProperty !== 'hs_object_id') {
    if (!portal.properties.find(type, idProperty)?.hasUniqueValue) {
      throw invalid(`${idProperty} is not a unique property of ${type.singular}`);
    }
    const found = portal.records.findBy(type, idProperty, id);
    if (found) return found;
  }
  const record = idProperty && idProperty !== 'hs_object_id' ? undefined : portal.records.get(type, id);
  if (!record) throw notFound(id);
  return record;
}

export function nameOf(type: ObjectType): ObjectName {
  return type.name as ObjectName;
}

function requireAll(type: ObjectType, required: readonly string[], values: Values): void {
  const missing = required.filter((name) => !values[name]);
  if (missing.length === 0) return;
  const message = `Error creating ${type.singular.toUpperCase()}. Some required properties were not set.`;
  throw invalid(message, {
    errors: [{ message, code: 'REQUIRED_PROPERTIES_MISSING', context: { properties: missing } }],
    context: { properties: missing },
  });
}

/** Ids are looked up as well: a link to nothing fails the whole creation. */
function readTargets(portal: Portal, from: ObjectType, associations: unknown): Target[] {
  if (associations === undefined || associations === null) return [];
  if (!Array.isArray(associations)) throw invalid('Invalid input JSON: associations must be a list');
  return associations.flatMap((one: { to?: { id?: unknown }; types?: unknown }) => {
    const id = String(one.to?.id ?? '');
    const types = Array.isArray(one.types) ? one.types : [];
    if (id === '' || types.length === 0) throw invalid('Invalid input JSON: an association needs to.id and types');
    return types.map((spec: { associationCategory?: unknown; associationTypeId?: unknown }) => {
      const kind = portal.links.kinds.targetOf(from, spec);
      const end: End = { type: objectType(kind.to), id };
      if (!portal.records.get(end.type, id)) {
        throw invalid(`One or more associations are not valid: ${end.type.singular} ${id} does not exist`, {
          context: { id: [id] },
        });
      }
      return { end, kind };
    });
  });
}

function checkUnique(
  portal: Portal,
  type: ObjectType,
  values: Values,
  ownId: string | null,
  claims = new Set<string>(),
): void {
  for (const [name, value] of Object.entries(values)) {
    if (!value || !portal.properties.find(type, name)?.hasUniqueValue) continue;
    const existing = portal.records.findBy(type, name, value);
    const claim = `${name}=${value.toLowerCase()}`;
    if (existing && existing.id !== ownId) throw conflict(type, existing.id);
    if (claims.has(claim)) throw conflict(type, 'in this batch');
    claims.add(claim);
  }
}

function conflict(type: ObjectType, existingId: string): Refusal {
  const name = type.singular.charAt(0).toUpperCase() + type.singular.slice(1);
  const message = `${name} already exists. Existing ID: ${existingId}`;
  return new Refusal(409, { message, category: 'CONFLICT', context: { existingId: [existingId] } });
}

function origin({ changeSource, sourceId }: Source): Values {
  return { hs_object_source: changeSource, hs_object_source_id: sourceId, hs_object_source_label: changeSource };
}

function emitChanges(portal: Portal, record: CrmRecord, values: Values, source: Source): void {
  for (const [name, value] of Object.entries(values)) {
    const change = { object: nameOf(record.type), objectId: record.id, name, value: value ?? '', source };
    portal.emit({ kind: 'propertyChange', ...change });
  }
}

function keepHistory(portal: Portal, record: CrmRecord, changes: Values, source: Source): void {
  const at = portal.clock().getTime();
  for (const [name, value] of Object.entries(changes)) {
    if (!record.history.some((entry) => entry.name === name) && record.values[name]) {
      const first = {
        sourceType: record.values.hs_object_source ?? 'CRM_UI',
        sourceId: record.values.hs_object_source_id ?? '',
      };
      record.history.push({ name, value: record.values[name], at: record.createdAt, ...first });
    }
    record.history.push({ name, value: value ?? '', at, sourceType: source.changeSource, sourceId: source.sourceId });
  }
}
