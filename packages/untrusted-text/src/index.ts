export { asRead } from './as-read.ts';
