export { createRules, type RulesOptions } from './create-rules.ts';
export { decide, type RulesInput } from './decide.ts';
export { isInShare } from './pilot.ts';
export type { Rules, RulesChange } from './rules.ts';
export { parseRules } from './rules-schema.ts';
export { type PastMessage, tryRules } from './try-rules.ts';
export { voiceOf } from './voice.ts';
