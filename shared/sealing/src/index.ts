export { createSealer, stalePrefixes } from './create-sealer.ts';
export { ensureKeyFile, type KeyFile, openKeyFile } from './key-file.ts';
export { createOwnerFile, ensureOwnerFolder, readOwnerFile } from './owner-file.ts';
export { parseKeys } from './parse-keys.ts';
export type { Sealer } from './sealer.ts';
export { type KeyRing, newSealingKey, type SealingKey } from './sealing-key.ts';
