import type { acceptances, drafts } from '@draftsmith/database/schema';

/** The time in these tests. */
export const NOON = new Date('2026-11-22T12:00:00.000Z');

export function minutesAfter(time: Date, minutes: number): Date {
  return new Date(time.getTime() + minutes * 60_000);
}

export function draftId(n: number): string {
  return `00000000-0000-8000-8000-${String(n).padStart(12, '0')}`;
}

/** A draft of ticket 7 that waits since half an hour before noon. */
export function aDraft(n: number, changed: Partial<typeof drafts.$inferInsert> = {}): typeof drafts.$inferInsert {
  return {
    id: draftId(n),
    ...{ connector: 'desk', account: 'acme', resourceType: 'ticket', resourceId: '7' },
    ...{ revision: `c${n}`, deliveryId: `d${n}`, state: 'drafted', outcome: { kind: 'drafted' }, language: 'en' },
    receivedAt: minutesAfter(NOON, -31),
    finishedAt: minutesAfter(NOON, -30),
    ...changed,
  };
}

/** What was learnt of it at noon. */
export function anAcceptance(
  n: number,
  changed: Partial<typeof acceptances.$inferInsert> = {},
): typeof acceptances.$inferInsert {
  return { draftId: draftId(n), verdict: 'as-is', kept: 1, added: 0, version: 1, learntAt: NOON, ...changed };
}
