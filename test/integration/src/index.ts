export { deliver, eventBody, triggerBody } from './delivery.ts';
export { type Gate, openGate } from './gate.ts';
export { type Harness, type HarnessOptions, startHarness } from './harness.ts';
