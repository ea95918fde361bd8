export { type Agent, type Assist, type AssistDeps, createAssist } from './create-assist.ts';
export type { FindSimilar } from './missing.ts';
export { parseInsertion, parseRating, parseRequest, parseVersion } from './request.ts';
export { openComment } from './store/rating-store.ts';
export { resealAssist } from './store/reseal-assist.ts';
export { versionsOf } from './store/version-store.ts';
export { openVersion, type VersionWords } from './store/version-words.ts';
export { type AssistProcessorDeps, createAssistProcessor } from './work/process-operation.ts';
