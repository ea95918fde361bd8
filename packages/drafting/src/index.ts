export { draftIdOf, messageKeyOf } from './draft-id.ts';
export { type DraftReplyDeps, type DraftResult, draftReply } from './draft-reply.ts';
export { createDraftStore, type DraftRow, type DraftStore } from './draft-store.ts';
export { endAbandonedDrafts } from './end-abandoned.ts';
export { createDraftProcessor, type DraftProcessorDeps } from './process-draft-job.ts';
