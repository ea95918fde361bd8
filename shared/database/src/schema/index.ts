export { acceptances } from './acceptance.ts';
export { assistOperations, draftRatings, draftVersions, insertions } from './assist.ts';
export { attempts } from './attempts.ts';
export * from './auth.ts';
export { budgetHolds, budgetWindows } from './budgets.ts';
export { completions } from './completions.ts';
export type { DecisionTable } from './decision-table.ts';
export { deliveries } from './deliveries.ts';
export { drafts } from './drafts.ts';
export { consentRequests, installations, rateWindows } from './installations.ts';
export {
  libraryDocuments,
  libraryPassages,
  libraryReadings,
  libraryShelves,
  libraryTerms,
  libraryTopics,
  libraryVectors,
  libraryWords,
} from './library.ts';
export { accountPolicies, auditLog, draftPeople, erasures, secrets } from './privacy.ts';
export {
  accountProposalSettings,
  proposalTemplateFiles,
  proposalTemplateRevisions,
  proposalTemplates,
  rateCardItems,
} from './proposal-settings.ts';
export { proposalOperations, proposalPeople, proposals, proposalVersions, proposalWrites } from './proposals.ts';
export { accountRules } from './rules.ts';
