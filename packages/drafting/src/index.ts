export { type AgentWish, MAX_STEER, STEER } from './agent-wish.ts';
export { type CheckedReply, checkReply } from './check-reply.ts';
export { containAnswer, containQuotes } from './contain-answer.ts';
export { oneLine, readContext } from './contain-context.ts';
export { draftIdOf, messageKeyOf } from './draft-id.ts';
export type { DraftProcessorDeps } from './draft-processor-deps.ts';
export { type DraftReplyDeps, type DraftResult, draftReply } from './draft-reply.ts';
export { createDraftStore, type DraftRow, type DraftStore } from './draft-store.ts';
export { endAbandonedDrafts } from './end-abandoned.ts';
export type { LibrarySearch } from './find-passages.ts';
export { groundsOf } from './grounds.ts';
export { createDraftProcessor } from './process-draft-job.ts';
export { inLine, LINE_MARK, quoted } from './prompt-frame.ts';
export { type Question, readQuestion } from './question.ts';
export { guardOf, redactorOf } from './redaction.ts';
export { type Resealed, type ResealOptions, resealDrafts } from './reseal-drafts.ts';
export {
  type DraftAbout,
  type DraftContent,
  openAbout,
  openContent,
  sealAbout,
  sealContent,
} from './sealed-words.ts';
export { turn } from './turn.ts';
export { toWriteBack } from './write-back-draft.ts';
export { toWritten, type WrittenDraft } from './written-draft.ts';
