import { isRecord } from './fault.ts';
import { addPiece } from './reading.ts';
import type { Stream } from './stream-answer.ts';
import { readAtMost } from './transport/read-at-most.ts';
import { endless, LONGEST_ANSWER, malformed, unusable } from './unusable.ts';

/** Bytes: an answer of the longest length that is taken, escaped. */
const LONGEST_BODY = 2_000_000;

/**
 * JSON with status 200 where a stream was asked for: an error that some gateways report so, or the whole answer of a
 * server that does not stream.
 */
export async function readWhole<Counts extends object>(
  response: Response,
  { question, reading }: Stream<Counts>,
): Promise<void> {
  const { title, dialect, clock } = question;
  const body = parse(await readAtMost(response, LONGEST_BODY), title);
  const piece = isError(body) ? { error: body } : dialect.fromWhole?.(body);
  if (!piece) throw unusable('llm.not-a-stream', `${title} answered JSON that is no answer instead of an event stream`);
  addPiece(reading, piece, false);
  reading.firstTokenMs = clock.now() - reading.startedMs;
  if (reading.text.length > LONGEST_ANSWER) throw endless(title);
}

function isError(body: unknown): boolean {
  return isRecord(body) && (isRecord(body.error) || typeof body.error === 'string' || body.object === 'error');
}

function parse(text: string, title: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw malformed(title);
  }
}
