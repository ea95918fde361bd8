export { ENTITY_TYPES, type Entity, type EntityType, type Recogniser } from './entity.ts';
export { findEntities } from './find-entities.ts';
export { keepFrom } from './keep-from.ts';
export type { Leak } from './leaks/find-leaks.ts';
export type { Keep, RedactionOptions } from './options.ts';
export { redactForLog } from './redact-for-log.ts';
export { createRedactor, type Redactor } from './redactor.ts';
export {
  type AnalyzerClient,
  createPresidioRecogniser,
  type PresidioOptions,
  type RemoteRecogniser,
} from './remote/remote-recogniser.ts';
