import { createParser, type EventSourceMessage, type ParseError } from 'eventsource-parser';
import type { Clock } from '../clock.ts';
import { addPiece } from './reading.ts';
import type { Stream } from './stream-answer.ts';
import type { Packet, PacketReader } from './transport/incoming-body.ts';
import { endless, LONGEST_ANSWER, malformed } from './unusable.ts';

/** UTF-16 units: the last event of a Responses stream holds the whole answer once more, escaped. */
const LONGEST_EVENT = 2_000_000;
/** Bytes that may come without a word of the model: four of these events, with room for their escapes. */
const LONGEST_NOISE = 4 * LONGEST_EVENT;

/**
 * Reads server-sent events until the answer is complete: its end and its count are there, or the API's end mark, or the
 * stream ends. What is wrong with the stream is thrown as an AppError.
 */
export async function readEvents<Counts extends object>(
  body: { getReader(): PacketReader },
  { question, reading, silence }: Stream<Counts>,
): Promise<void> {
  const { title, clock, call, dialect } = question;
  let ended = false;
  let last = '';
  const isComplete = (): boolean => ended || reading.error !== undefined || (!!reading.finish && reading.counted);
  const parser = createParser({
    maxBufferSize: LONGEST_EVENT,
    onError: (error) => onParseError(error, title),
    onEvent({ data, event }: EventSourceMessage) {
      if (isComplete()) return;
      if (data === '[DONE]') ended = true;
      else if (event === 'error') reading.error = parse(data) ?? data;
      else {
        const piece = dialect.fromEvent(parse(data));
        if (!piece) throw malformed(title);
        addPiece(reading, piece, data === last);
        if (reading.text.length + reading.thought.length > LONGEST_ANSWER) throw endless(title);
        last = data;
      }
    },
  });
  const decode = strictDecoder(title);
  const reader = body.getReader();
  let noise = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    const { progress, finish } = reading;
    parser.feed(decode(value));
    noise = reading.progress > progress ? 0 : noise + value.byteLength;
    // An event that is sent again and again would be passed over for ever, at the speed of the line.
    if (noise > LONGEST_NOISE) throw endless(title);
    if (progress === 0 && reading.progress > 0) reading.firstTokenMs = clock.now() - reading.startedMs;
    if (isComplete()) return letGo(reader, clock, call.limits.endGraceMs);
    if (reading.finish && !finish) silence.ending();
    else if (reading.progress > progress) silence.broken();
  }
}

/** Bytes after the answer: an end mark, and a lot of comments. */
const LONGEST_REST = 65_536;

/**
 * Reads on to the end, unseen and not for long: a connection that is broken off mid-body cannot be used again, and the
 * end mark is mostly there already.
 */
function letGo(reader: PacketReader, clock: Clock, graceMs: number): void {
  const stop = (): void => void reader.cancel().catch(() => undefined);
  const disarm = clock.after(graceMs, stop);
  let left = LONGEST_REST;
  const next = (): void => void reader.read().then(skip, disarm);
  const skip = ({ done, value }: Packet): void => {
    left -= value?.byteLength ?? 0;
    if (done) disarm();
    else if (left > 0) next();
    else {
      disarm();
      stop();
    }
  };
  next();
}

/** A broken character is a broken answer: the usual decoder would put a question mark into the draft. */
function strictDecoder(title: string): (bytes: Uint8Array) => string {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  return (bytes) => {
    try {
      return decoder.decode(bytes, { stream: true });
    } catch {
      throw malformed(title);
    }
  };
}

/** Undefined is no event of any API. */
function parse(data: string): unknown {
  try {
    return JSON.parse(data);
  } catch {
    return undefined;
  }
}

function onParseError({ type }: ParseError, title: string): void {
  if (type === 'max-buffer-size-exceeded') throw endless(title);
  // Part of an answer that lost its field name would otherwise go missing without a trace.
  if (type === 'unknown-field') throw malformed(title);
}
