import type { DraftListItem } from '@draftsmith/contracts';
import type { Messages } from '../i18n/en.ts';

/** The subject; of a ticket that could not be read, its number: all that is known of it. */
export function titleOf(
  { subject, customerName, resourceId }: Pick<DraftListItem, 'subject' | 'customerName' | 'resourceId'>,
  m: Pick<Messages, 'list' | 'ticket'>,
): string {
  return subject || (customerName === null ? m.ticket.number(resourceId) : m.list.noSubject);
}
