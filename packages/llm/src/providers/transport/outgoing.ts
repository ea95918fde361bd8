import { hash } from 'node:crypto';
import type { SentPayload } from '../../contract/completion.ts';

/** What a payload passes on its way out. */
export interface Outgoing {
  /** Given the exact body, before a byte of it leaves. @throws what forbids it */
  inspect(payload: unknown): void;
  /** Told what leaves. */
  onSent?: ((payload: SentPayload) => void) | undefined;
}

/** What can be proven of a payload later on, without keeping it. */
export function receiptOf(url: string, body: Uint8Array): SentPayload {
  return { host: new URL(url).host, sha256: hash('sha256', body), bytes: body.byteLength };
}
