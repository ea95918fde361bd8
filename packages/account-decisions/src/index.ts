export { createDecisions } from './create-decisions.ts';
export type { Decision, DecisionChange, DecisionOptions, Decisions } from './decisions.ts';
