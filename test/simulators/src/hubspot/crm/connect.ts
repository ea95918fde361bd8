import type { AssociationKind } from './association-types.ts';
import type { End } from './links.ts';
import { OBJECT_TYPES, type ObjectName } from './object-types.ts';
import type { Portal, Source } from './portal.ts';
import { rulesOf } from './rules/of-type.ts';

const PARENTS = [OBJECT_TYPES.deals, OBJECT_TYPES.quotes];

/** Links two records, with what follows from it. Both must exist. */
export function connect(
  portal: Portal,
  from: End,
  to: End,
  kind: AssociationKind,
  source: Source,
  { creating = false } = {},
): void {
  if (!creating) check(portal, from, to, kind);
  for (const [item, parent] of [
    [from, to],
    [to, from],
  ] as const) {
    if (item.type === OBJECT_TYPES.line_items && PARENTS.some((type) => type === parent.type))
      move(portal, item, parent, source);
  }
  portal.links.add(from, to, kind);
  emitLink(portal, from, to, source, { removed: false, primary: kind.label === 'Primary' });
  if (!creating) refresh(portal, from, source);
  refresh(portal, to, source);
}

export function disconnect(portal: Portal, from: End, to: End, source: Source): void {
  if (!portal.links.has(from, to)) return;
  portal.links.remove(from, to);
  emitLink(portal, from, to, source, { removed: true, primary: false });
  refresh(portal, from, source);
  refresh(portal, to, source);
}

/** A line item has one parent: linking it to another takes it away from the first, silently in HubSpot, seen here. */
function move(portal: Portal, item: End, parent: End, source: Source): void {
  for (const type of PARENTS) {
    for (const id of portal.links.ids(item, type)) {
      if (type === parent.type && id === parent.id) continue;
      portal.violations.push({
        rule: 'line-item-shared',
        detail: `line item ${item.id} moved from ${type.singular} ${id} to ${parent.type.singular} ${parent.id}`,
      });
      disconnect(portal, item, { type, id }, source);
    }
  }
}

function check(portal: Portal, from: End, to: End, kind: AssociationKind): void {
  for (const [end, other] of [
    [from, to],
    [to, from],
  ] as const) {
    const record = portal.records.get(end.type, end.id);
    if (record) rulesOf(end.type).beforeLink?.(portal, record, { end: other, kind });
  }
}

function refresh(portal: Portal, end: End, source: Source): void {
  const record = portal.records.get(end.type, end.id);
  if (record) rulesOf(end.type).afterChange?.(portal, record, source);
}

/** HubSpot tells of a link twice, once from each side. */
function emitLink(
  portal: Portal,
  from: End,
  to: End,
  source: Source,
  how: { removed: boolean; primary: boolean },
): void {
  for (const [one, other] of [
    [from, to],
    [to, from],
  ] as const) {
    portal.emit({
      kind: 'associationChange',
      object: one.type.name as ObjectName,
      objectId: one.id,
      to: other.type.name as ObjectName,
      toId: other.id,
      ...how,
      source,
    });
  }
}
