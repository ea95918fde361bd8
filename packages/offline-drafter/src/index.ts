export { type Composed, composeReply, DEFAULT_MIN_CONFIDENCE } from './compose.ts';
export { customerName as addressOf } from './customer-name.ts';
export { withoutDeeds } from './drop-sentences.ts';
export { withoutPlaceholders } from './placeholders.ts';
