import { AppError } from '@draftsmith/errors';
import { abortable, seconds } from './abort.ts';
import type { Clock } from './clock.ts';

/** How long a stream may be silent. Milliseconds. */
export interface StreamLimits {
  /** From the request to the first piece of an answer; connecting and queueing included. */
  firstTokenMs: number;
  /** Between two pieces. */
  idleMs: number;
  /** From the model's last word to the end of the stream: usage and end marks come late or never. */
  endGraceMs: number;
}

export interface WatchOptions<Event> {
  /** Subject of the error messages, e.g. `OpenAI`. */
  title: string;
  limits: StreamLimits;
  clock: Clock;
  signal: AbortSignal;
  /** False for keep-alive events: they must not hide a stall. */
  isProgress(event: Event): boolean;
  /** Asked after every event: whether the model has ended its answer. */
  isFinished(): boolean;
}

const FINISHED = Symbol('finished');

/**
 * Passes a stream on while it moves, and ends its request when it stands still.
 * @throws AppError `timeout` with code `llm.first-token` or `llm.stall`; else whatever the signal or the stream says
 */
export async function* watchStream<Event>(
  open: (signal: AbortSignal) => Promise<AsyncIterable<Event>>,
  { title, limits, clock, signal, isProgress, isFinished }: WatchOptions<Event>,
): AsyncGenerator<Event, void, undefined> {
  const own = new AbortController();
  const watched = AbortSignal.any([signal, own.signal]);
  const silence = (ms: number, code: string, what: string) =>
    clock.after(ms, () => own.abort(new AppError('timeout', `${title} ${what} ${seconds(ms)} s`, { code })));
  let disarm = silence(limits.firstTokenMs, 'llm.first-token', 'sent nothing within');
  let ended = false;
  try {
    const events = (await abortable(open(watched), watched))[Symbol.asyncIterator]();
    for (;;) {
      const next = await abortable(events.next(), watched);
      ended = next.done === true;
      if (next.done) return;
      yield next.value;
      if (!isFinished() && !isProgress(next.value)) continue;
      disarm();
      disarm = isFinished()
        ? clock.after(limits.endGraceMs, () => own.abort(FINISHED))
        : silence(limits.idleMs, 'llm.stall', 'stopped mid-answer for');
    }
  } catch (thrown) {
    if (watched.reason === FINISHED) return;
    throw watched.aborted ? watched.reason : thrown;
  } finally {
    disarm();
    if (!ended) own.abort(FINISHED);
  }
}
