import type { AuditEntry } from '@draftsmith/contracts';

const INES: AuditEntry['actor'] = { kind: 'user', id: 'u1', name: 'Ines Moreau' };
const COMMAND: AuditEntry['actor'] = { kind: 'command' };
const SYSTEM: AuditEntry['actor'] = { kind: 'system' };

type Act = Pick<AuditEntry, 'actor' | 'action'> & Partial<Pick<AuditEntry, 'subject' | 'detail'>>;

const ACTS: readonly Act[] = [
  {
    actor: INES,
    action: 'policy.changed',
    subject: 'zendesk/larkspur',
    detail: { changed: ['deny', 'regions'], revision: 3 },
  },
  { actor: INES, action: 'session.opened', subject: 'u1' },
  { actor: SYSTEM, action: 'session.refused', detail: { reason: 'too-many-attempts' } },
  { actor: SYSTEM, action: 'retention.run', detail: { drafts: 41, records: 88 } },
  { actor: COMMAND, action: 'data.erased', detail: { drafts: 3 } },
  { actor: INES, action: 'user.changed', subject: 'u2', detail: { changed: ['role'], from: 'viewer', to: 'admin' } },
  { actor: INES, action: 'draft.retried', subject: 'd004' },
  { actor: COMMAND, action: 'key.resealed', subject: '3kQ9xZ', detail: { resealed: 1204 } },
  { actor: INES, action: 'weather.changed', subject: 'somewhere' },
  { actor: INES, action: 'user.created', subject: 'u2', detail: { role: 'viewer' } },
  { actor: INES, action: 'setup.completed', subject: 'u1' },
];

/** Acts of some weeks, newest first, relative to `now`; the last one is of an action that the console does not know. */
export function sampleAudit(now: Date): AuditEntry[] {
  return Array.from({ length: 33 }, (_, index) => {
    const act = ACTS[index % ACTS.length] as Act;
    return {
      subject: null,
      detail: {},
      ...act,
      id: `a${index + 1}`,
      at: new Date(now.getTime() - index * 7_380_000).toISOString(),
    };
  });
}
