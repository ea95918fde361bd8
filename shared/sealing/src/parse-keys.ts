import { KEY_BYTES, type SealingKey, sealingKey } from './sealing-key.ts';

const HEX = /^[0-9a-f]{64}$/i;
/** Both alphabets, so that `openssl rand -base64 32` will do. */
const BASE64 = /^[\w+/-]{43}=?$/;

/**
 * Keys as a setting holds them: newest first, separated by commas, 32 bytes each, hexadecimal or base64.
 * @returns undefined when one of them is no key, or none is there; a key named twice counts once
 */
export function parseKeys(text: string): [SealingKey, ...SealingKey[]] | undefined {
  const keys = new Map<string, SealingKey>();
  for (const part of text.split(',')) {
    const key = parseKey(part.trim());
    if (!key) return undefined;
    keys.set(key.id, key);
  }
  const [first, ...others] = keys.values();
  return first && [first, ...others];
}

function parseKey(text: string): SealingKey | undefined {
  const encoding = HEX.test(text) ? 'hex' : BASE64.test(text) ? 'base64' : undefined;
  const bytes = encoding && Buffer.from(text, encoding);
  // A row of the same byte is a placeholder that somebody forgot to replace.
  if (bytes?.length !== KEY_BYTES || new Set(bytes).size === 1) return undefined;
  return sealingKey(bytes);
}
