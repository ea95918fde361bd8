import type { Clock } from '../../clock.ts';
import type { PacketReader } from './incoming-body.ts';

/** A response of any kind: of `fetch`, or over connections of our own. */
export interface HasBody {
  readonly body: { getReader(): PacketReader } | null;
}

/** An error says what it says in a few hundred bytes; a page that never ends must not fill the memory. */
const LONGEST_ERROR = 64_000;
/** Milliseconds: the status says most of it, and somebody waits for the next model. */
const PATIENCE_FOR_ERROR = 1_000;

/** The beginning of a body as text: what is longer is cut, and no longer received. */
export async function readAtMost({ body }: HasBody, maxBytes: number): Promise<string> {
  const packets: Uint8Array[] = [];
  if (body) await collect(body.getReader(), maxBytes, packets);
  return Buffer.concat(packets).toString('utf8');
}

/** What comes of an error's body, even when it breaks off, and though it stalls. */
export async function readError({ body }: HasBody, clock: Clock): Promise<string> {
  if (!body) return '';
  const packets: Uint8Array[] = [];
  const reader = body.getReader();
  const disarm = clock.after(PATIENCE_FOR_ERROR, () => void reader.cancel().catch(() => undefined));
  await collect(reader, LONGEST_ERROR, packets).catch(() => undefined);
  disarm();
  return Buffer.concat(packets).toString('utf8');
}

async function collect(reader: PacketReader, maxBytes: number, packets: Uint8Array[]): Promise<void> {
  let left = maxBytes;
  while (left > 0) {
    const { done, value } = await reader.read();
    if (done) return;
    packets.push(value.subarray(0, left));
    left -= value.byteLength;
  }
  await reader.cancel().catch(() => undefined);
}
