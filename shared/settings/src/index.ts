export { readConfigFile } from './config-file.ts';
export { environment, type RawSettings } from './environment.ts';
export { type Field, type Fields, field, type ValuesOf } from './field.ts';
export { readSettings } from './read.ts';
