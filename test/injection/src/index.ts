export { ATTACKS } from './attacks/index.ts';
export { type Result, runSuite } from './suite.ts';
