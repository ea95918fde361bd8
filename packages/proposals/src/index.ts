export {
  createProposals,
  type Prepare,
  type Prepared,
  type Proposals,
  type ProposalsDeps,
  type Rep,
} from './create-proposals.ts';
export { type FollowUpDeps, followUp } from './outcome/follow-up.ts';
export { type ReportDeps, type ReportOptions, readProposalReport } from './outcome/report.ts';
export { type ErasedProposals, eraseProposals } from './personal/erase.ts';
export { EXPORTED_PROPOSAL_FIELDS, type ExportedProposal, exportProposals } from './personal/export.ts';
export { type FindDeps, type FoundProposals, findProposals } from './personal/find.ts';
export { clearLateProposalPrompts, createForgetProposalsOf, forgetProposals } from './personal/forget.ts';
export { createProposalPeople, type ProposalPeople } from './personal/people.ts';
export { countDueProposals, forgetDueProposals } from './personal/retention.ts';
export type { RateCardPort, SettingsPort, TemplatesPort } from './ports.ts';
export { MAX_STEER, MAX_TEXT, parseProposalRequest } from './request.ts';
export { resealProposals } from './store/reseal-proposals.ts';
export { type Trial, tryProposal } from './try-proposal.ts';
export type { ComposeDeps } from './work/compose.ts';
export type { Documents } from './work/documents.ts';
export { createProposalProcessor, type ProposalProcessorDeps } from './work/process-operation.ts';
export type { WorkDeps } from './work/work.ts';
