export type {
  Acceptance,
  AcceptanceBy,
  AcceptanceFigures,
  AcceptanceReport,
  AcceptanceRow,
  AcceptanceVerdict,
  EditKind,
} from './acceptance.ts';
export {
  type AccountPolicy,
  type AccountPolicyView,
  DEFAULT_POLICY,
  type UnsupportedPolicy,
} from './account-policy.ts';
export {
  ASSIST_FAILURES,
  ASSIST_PATH,
  type AssistDraft,
  type AssistFailure,
  type AssistOperation,
  type AssistRating,
  type AssistRequest,
  type AssistStep,
  type AssistView,
  type InsertCheck,
  RATING_REASONS,
  type RatingReason,
  type Revise,
  type SimilarTicket,
} from './assist.ts';
export type {
  AuthorizeRequest,
  ConnectionView,
  ConnectorOffer,
  ConnectProgress,
  ConnectStep,
  DiagnosisView,
  DryRunView,
  KnowledgeStatus,
} from './connect-views.ts';
export type {
  Allowance,
  AutomationCall,
  Caller,
  Connection,
  ConnectorCalls,
  ConnectorCapabilities,
  ConnectorDescriptor,
  ConnectorPorts,
  ConnectorSettings,
  Gathered,
  RecentResource,
  ReplyAfter,
  SeenResource,
  SharedEndpoint,
} from './connector.ts';
export type {
  ApiProblem,
  Attempt,
  ConversationTurn,
  DraftChanged,
  DraftDetail,
  DraftListItem,
  DraftListPage,
  DraftState,
  DraftSummary,
  Role,
  SessionView,
} from './console.ts';
export type { Attachment, DraftContext, KnownPerson, Source, Turn } from './context.ts';
export { COUNTRIES } from './countries.ts';
export {
  type Activity,
  DEAL_GAPS,
  type DealCompany,
  type DealContact,
  type DealContext,
  type DealFacts,
  type DealGap,
  type DealGapCode,
  type LineDiscount,
  type LineItem,
  type Recurrence,
} from './deal.ts';
export type {
  ActivityBudget,
  AskApproval,
  AttachProposal,
  DealConnection,
  DealFollowUp,
  DraftQuote,
  GatheredDeal,
  ProposalFile,
  ProposalReceipt,
  QuoteReceipt,
} from './deal-connection.ts';
export type { EventEffect, IgnoredEvent, ParsedDelivery, RawDelivery, SourceEvent } from './delivery.ts';
export type { Citation, Draft, DraftBrief, Receipt, WriteBack } from './draft.ts';
export type { CheckedClaim, CheckedSentence, DraftCheck, Evidence, SentenceVerdict } from './draft-check.ts';
export type { Choice, ResourceFacts, RuleChoices } from './facts.ts';
export type {
  ConnectionWay,
  ConnectorInstall,
  ConnectorOAuth,
  Diagnosis,
  InstallationState,
  InstallContext,
  OAuthClient,
  Provisioned,
  ScopeReason,
  TokenSet,
} from './install.ts';
export type { DraftJob, KnowledgeJob, ProposalJob } from './jobs.ts';
export type { KnowledgeDocument, KnowledgeFeed, KnowledgeKind, KnowledgePage } from './knowledge-feed.ts';
export type { Passage, ReplyMaterial } from './material.ts';
export { type Outcome, SKIP_REASONS, type SkipReason } from './outcome.ts';
export type { AuditEntry, AuditPage, ProcessingReceipt } from './processing-receipt.ts';
export {
  type Fact,
  type FactKind,
  type FactOrigin,
  PROSE_SECTIONS,
  type PriceLine,
  type PriceTable,
  type PriceTotal,
  type ProposalContent,
  type ProposalLook,
  type ProposalParagraph,
  type ProposalSection,
  type ProposalSource,
  type ProseSectionKind,
  type RenderedProposal,
  type RenderedSection,
  SECTION_KINDS,
  type SectionKind,
} from './proposal.ts';
export {
  DEFAULT_PROPOSAL_SETTINGS,
  type ProposalChoicesView,
  type ProposalOutcome,
  type ProposalReport,
  type ProposalSettings,
  type ProposalSettingsView,
  type ProposalTemplateView,
  type RateCardItem,
  type RateCardSaved,
  type TemplateFinding,
  type TemplateSaved,
  type TemplateText,
} from './proposal-admin.ts';
export {
  type Answer,
  PROPOSAL_PROBLEMS,
  PROPOSAL_STEPS,
  PROPOSALS_PATH,
  type ProposalChoices,
  type ProposalDiff,
  type ProposalOperation,
  type ProposalProblem,
  type ProposalProblemCode,
  type ProposalRequest,
  type ProposalStep,
  type ProposalTone,
  type ProposalVersionSummary,
  type ProposalVersionView,
  type ProposalView,
} from './proposal-api.ts';
export type { ResourceRef } from './resource.ts';
export {
  DEFAULT_RULES,
  type DraftingRules,
  type DraftingRulesView,
  type RuleReason,
  type RulesTrial,
  type Voice,
} from './rules.ts';
export type {
  HmacVerification,
  OwnVerification,
  RejectionReason,
  Verification,
  VerificationVerdict,
} from './verification.ts';
