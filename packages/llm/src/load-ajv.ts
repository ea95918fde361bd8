import { createRequire } from 'node:module';
import type * as Module from 'ajv/dist/2020.js';

const require = createRequire(import.meta.url);

/** Its 86 files take as long as all the rest of the chain: they are loaded with the first schema, not at the start. */
export function loadAjv(): typeof Module.Ajv2020 {
  const module: typeof Module = require('ajv/dist/2020.js');
  return module.Ajv2020;
}
