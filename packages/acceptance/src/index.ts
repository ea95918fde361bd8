export { compare, type Languages } from './compare/compare.ts';
export { createForgetProcessor, type ForgetProcessorDeps } from './forget/process-forget-job.ts';
export type { DraftVersion } from './learn/nearest-version.ts';
export { createReplyProcessor, type ReplyProcessorDeps } from './learn/process-reply-job.ts';
export { ACCEPTANCE_BY, type AcceptanceQuestion, readAcceptance, UNKNOWN } from './report/read-acceptance.ts';
