import type { AppError } from '@draftsmith/errors';

/** An answer came, and it is no use: the route is up. The deadline is everybody's, not the fault of who is asked last. */
const NO_OUTAGE = new Set([
  'llm.truncated',
  'llm.finish',
  'llm.empty',
  'llm.endless',
  'llm.duplicated',
  'llm.schema',
  'llm.schema-unmet',
  'llm.deadline',
  'llm.superseded',
  'llm.budget-store',
  'llm.leak-check',
]);

/** Whether a failure tells that the route is down. */
export function isOutage({ kind, code = '' }: AppError): boolean {
  return (kind === 'unavailable' || kind === 'timeout') && !NO_OUTAGE.has(code);
}
