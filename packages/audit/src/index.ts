export type { Actor, AuditEvent, AuditLog } from './audit-log.ts';
export { createAuditLog } from './create-audit-log.ts';
export { type AuditQuestion, listAudit, type RecordedAct } from './list-audit.ts';
