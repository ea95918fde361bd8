import { UNCONFIRMED } from '../facts.ts';
import { SHOWN_BY_DEFAULT } from './default-properties.ts';
import { type ObjectType, objectType } from './object-types.ts';
import type { Portal } from './portal.ts';
import type { CrmRecord } from './records.ts';
import { nameOf } from './writes.ts';

export interface View {
  /** Names asked for; unknown ones are dropped without a word. */
  properties?: readonly string[];
  propertiesWithHistory?: readonly string[];
  /** Types whose links are put in. */
  associations?: readonly ObjectType[];
  /** Everything with a value, as answers to writes have it. */
  all?: boolean;
  /** Values to show in place of the record's: what search remembers. */
  values?: CrmRecord['values'];
  /** The app lacks the scope for what e-mails say. */
  redacted?: boolean;
}

const EMAIL_CONTENT = /^hs_(email_(subject|text|html|headers)|body_preview)$/;
const ACTIVITIES = ['notes', 'emails', 'calls', 'meetings', 'tasks'];

/** A record as the API answers it: every value a text, empty ones null. */
export function show(portal: Portal, record: CrmRecord, view: View): Record<string, unknown> {
  const { type, id } = record;
  const createdAt = new Date(record.createdAt).toISOString();
  const updatedAt = new Date(record.updatedAt).toISOString();
  const changed = type.name === 'contacts' ? 'lastmodifieddate' : 'hs_lastmodifieddate';
  const stamps = ACTIVITIES.includes(type.name) ? 'hs_createdate' : 'createdate';
  const always: Record<string, string> = { hs_object_id: id, [stamps]: createdAt, [changed]: updatedAt };
  const values = { ...(view.values ?? record.values), ...always };
  const names = view.all ? Object.keys(values).filter((name) => values[name] !== null) : asked(portal, type, view);
  const properties: Record<string, string | null> = {};
  for (const name of [...new Set([...names, ...Object.keys(always)])].sort()) {
    const hidden = view.redacted && type.name === 'emails' && EMAIL_CONTENT.test(name);
    properties[name] = hidden ? null : (values[name] ?? null);
  }
  const { uiDomain } = portal.settings;
  return {
    id,
    properties,
    ...(view.propertiesWithHistory?.length
      ? { propertiesWithHistory: history(record, view.propertiesWithHistory) }
      : {}),
    createdAt,
    updatedAt,
    archived: record.archivedAt !== null,
    ...(record.archivedAt === null ? {} : { archivedAt: new Date(record.archivedAt).toISOString() }),
    ...(view.associations?.length ? inlined(portal, record, view.associations) : {}),
    url: `https://${uiDomain}/contacts/${portal.id}/record/${type.id}/${id}`,
  };
}

function asked(portal: Portal, type: ObjectType, { properties }: View): string[] {
  const names = properties?.length ? properties : (SHOWN_BY_DEFAULT[nameOf(type)] ?? []);
  return names.filter((name) => portal.properties.find(type, name));
}

function history(record: CrmRecord, names: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(
    names.map((name) => [
      name,
      record.history
        .filter((entry) => entry.name === name)
        .map(({ value, at, sourceType, sourceId }) => ({
          value,
          timestamp: new Date(at).toISOString(),
          sourceType,
          sourceId,
        }))
        .reverse(),
    ]),
  );
}

/** Keys are names with spaces, `line items`, and only the first links are here. */
function inlined(portal: Portal, record: CrmRecord, types: readonly ObjectType[]): Record<string, unknown> {
  const associations: Record<string, unknown> = {};
  for (const type of types) {
    const links = portal.links.of({ type: record.type, id: record.id }, type);
    if (links.length === 0) continue;
    const shown = links.slice(0, UNCONFIRMED.inlinedAssociations);
    const results = shown.flatMap(({ toId, kinds }) =>
      kinds.map(({ label }) => ({ id: toId, type: linkName(record.type, objectType(type.id), label) })),
    );
    const last = shown.at(-1)?.toId;
    const more = links.length > shown.length ? { paging: { next: { after: last } } } : {};
    associations[type.name.replace('_', ' ')] = { results, ...more };
  }
  return Object.keys(associations).length === 0 ? {} : { associations };
}

function linkName(from: ObjectType, to: ObjectType, label: string | null): string {
  const plain = `${from.singular}_to_${to.singular}`;
  return label === null ? plain : `${plain}_${label.toLowerCase().replaceAll(' ', '_')}`;
}
