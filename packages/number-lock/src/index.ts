export { type LockedSection, lockSection, type SectionFinding, unboundWords } from './lock-section.ts';
export { proveRendered, type Violation } from './prove-rendered.ts';
export { fillSlots, renderSections } from './slots/fill-slots.ts';
export { readSlots, type Slot } from './slots/read-slots.ts';
export { type LockTerms, REFUSAL_CODES, type RefusalCode, type UnboundWords } from './terms.ts';
