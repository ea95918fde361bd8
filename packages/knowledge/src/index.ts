export { type Analyser, type AnalyserOptions, createAnalyser } from './analyse.ts';
export { type Classified, classifyMessage, type MessageKind } from './classify-message.ts';
export { cleanMessage } from './clean-message.ts';
export { CONFIDENCE_THRESHOLD, isConfident, PAST_REPLY_THRESHOLD } from './confidence.ts';
export { createIndex, type KnowledgeIndex, type SearchOptions } from './knowledge-index.ts';
export { detectLanguage } from './language.ts';
export { type SourcePassage, toPassages } from './passages.ts';
export { splitQuestions } from './split-questions.ts';
