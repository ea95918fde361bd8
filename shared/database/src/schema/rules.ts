import { decisionTable } from './decision-table.ts';

/** Which messages get a draft, where it goes, and how it sounds; without a row, the defaults. */
export const accountRules = decisionTable('account_rules', 'rules');
