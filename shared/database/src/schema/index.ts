export { attempts } from './attempts.ts';
export * from './auth.ts';
export { budgetHolds, budgetWindows } from './budgets.ts';
export { completions } from './completions.ts';
export { deliveries } from './deliveries.ts';
export { drafts } from './drafts.ts';
