export type {
  Connection,
  ConnectorCapabilities,
  ConnectorDescriptor,
  ConnectorPorts,
  ConnectorSettings,
  Gathered,
  SeenResource,
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
export type { DraftContext, KnownPerson, Source, Turn } from './context.ts';
export type { IgnoredEvent, ParsedDelivery, RawDelivery, SourceEvent } from './delivery.ts';
export type { Citation, Draft, DraftBrief, Receipt, WriteBack } from './draft.ts';
export type { DraftJob } from './jobs.ts';
export type { Passage, ReplyMaterial } from './material.ts';
export { type Outcome, SKIP_REASONS, type SkipReason } from './outcome.ts';
export type { ResourceRef } from './resource.ts';
export type { HmacVerification, Verification } from './verification.ts';
