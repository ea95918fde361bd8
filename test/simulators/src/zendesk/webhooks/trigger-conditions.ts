import type { TicketUpdate } from '../state/change-ticket.ts';
import { statusRank } from '../state/status.ts';
import { isStaff } from '../state/store.ts';
import { viaId } from '../state/via.ts';
import type { TriggerCondition, ZendeskTrigger } from '../wire.ts';

type Test = (update: TicketUpdate, value: string) => boolean;

const ID_FIELDS = ['brand_id', 'group_id', 'ticket_form_id', 'assignee_id', 'requester_id', 'organization_id'] as const;

/** The supported subset, keyed `field operator`. Creating a trigger with anything else is refused. */
const TESTS: Record<string, Test> = {
  'comment_is_public is': (update, value) => commentIs(update, value),
  'role is': (update, value) => hasRole(update, value),
  'role is_not': (update, value) => !hasRole(update, value),
  'status is': ({ record }, value) => record.ticket.status === value,
  'status is_not': ({ record }, value) => record.ticket.status !== value,
  'status less_than': ({ record }, value) => statusRank(record.ticket.status) < statusRank(value),
  'status greater_than': ({ record }, value) => statusRank(record.ticket.status) > statusRank(value),
  'current_tags includes': ({ record }, value) => sharesTag(record.ticket.tags, value),
  'current_tags not_includes': ({ record }, value) => !sharesTag(record.ticket.tags, value),
  'update_type is': ({ kind }, value) => kind === value,
  'current_via_id is': ({ channel }, value) => String(viaId(channel)) === value,
  'current_via_id is_not': ({ channel }, value) => String(viaId(channel)) !== value,
  'priority is': ({ record }, value) => record.ticket.priority === value,
  ...Object.fromEntries(ID_FIELDS.flatMap(idTests)),
};

function idTests(field: (typeof ID_FIELDS)[number]): [string, Test][] {
  const holds: Test = ({ record }, value) => String(record.ticket[field] ?? '') === value;
  return [
    [`${field} is`, holds],
    [`${field} is_not`, (update, value) => !holds(update, value)],
  ];
}

export function isSupportedCondition({ field, operator }: TriggerCondition): boolean {
  return `${field} ${operator}` in TESTS;
}

/** All of `all`, and at least one of `any` unless that list is empty. */
export function triggerMatches(trigger: ZendeskTrigger, update: TicketUpdate): boolean {
  const holds = (condition: TriggerCondition) =>
    TESTS[`${condition.field} ${condition.operator}`]?.(update, String(condition.value)) ?? false;
  const { all, any } = trigger.conditions;
  return trigger.active && all.every(holds) && (any.length === 0 || any.some(holds));
}

function commentIs({ comment }: TicketUpdate, value: string): boolean {
  switch (value) {
    case 'true':
    case 'requester_can_see_comment':
      return comment?.public === true;
    case 'false':
      return comment?.public === false;
    default:
      // `not_relevant`: present, whatever its visibility.
      return comment !== undefined;
  }
}

function hasRole({ actor }: TicketUpdate, value: string): boolean {
  if (value === 'end_user') return !isStaff(actor);
  if (value === 'agent') return isStaff(actor);
  return String(actor.id) === value;
}

function sharesTag(tags: readonly string[], value: string): boolean {
  return value.split(/\s+/).some((tag) => tags.includes(tag));
}
