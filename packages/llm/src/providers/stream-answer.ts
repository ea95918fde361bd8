import { AppError, isAppError, toAppError } from '@draftsmith/errors';
import { cancelled, seconds } from '../chain/abort.ts';
import type { Clock } from '../clock.ts';
import type { ProviderAnswer, ProviderCall } from '../provider.ts';
import { faultOfThrown } from './fault.ts';
import { type Exchange, judge, spentOn } from './judge.ts';
import { readEvents } from './read-events.ts';
import { readWhole } from './read-whole.ts';
import { type Reading, startReading } from './reading.ts';
import { type Silence, watchSilence } from './silence.ts';
import { toFailure } from './to-failure.ts';
import { unusable } from './unusable.ts';

export interface Question<Counts extends object> extends Exchange<Counts> {
  call: ProviderCall;
  clock: Clock;
  /** Resolves with a response of status 200 to 299, of which nothing has been read; rejects as the SDK does. */
  send(signal: AbortSignal): Promise<Response>;
}

/** What reading a response needs besides the response. */
export interface Stream<Counts extends object> {
  question: Question<Counts>;
  reading: Reading<Counts>;
  silence: Silence;
}

/** Asks one model once, and reads what it says until it is done, broken or too slow. Never rejects. */
export async function streamAnswer<Counts extends object>(question: Question<Counts>): Promise<ProviderAnswer> {
  const { call, clock } = question;
  if (call.signal.aborted) return { kind: 'failed', error: reasonOf(call.signal) };
  const reading = startReading<Counts>(call.model, clock.now());
  const request = new AbortController();
  const onAbort = (): void => request.abort(reasonOf(call.signal));
  call.signal.addEventListener('abort', onAbort, { once: true });
  const silence = watchSilence({
    clock,
    limits: call.limits,
    onTooLong: (phase) => request.abort(tooSlow(phase, question)),
    // Whatever is still missing, the text is whole.
    onGraceOver: () => request.abort(),
  });
  try {
    const response = await question.send(request.signal);
    reading.opened = true;
    await readResponse(response, { question, reading, silence });
  } catch (thrown) {
    const stopped: unknown = request.signal.reason;
    request.abort();
    // Left while it was silent: the vendor had taken the prompt, and may bill it.
    if (isAppError(stopped)) return failed(stopped, { ...reading, begun: reading.begun || reading.opened }, question);
    // What breaks after the model's last word takes nothing from it.
    if (!reading.finish || isAppError(thrown)) return toAnswer(thrown, reading, question);
  } finally {
    silence.end();
    call.signal.removeEventListener('abort', onAbort);
  }
  return judge(reading, question, clock.now());
}

async function readResponse<Counts extends object>(response: Response, stream: Stream<Counts>): Promise<void> {
  const type = response.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase() ?? '';
  if (type === 'text/event-stream' && response.body) return readEvents(response.body, stream);
  if (/[/+]json$/.test(type)) return readWhole(response, stream);
  // Proxies and overloaded servers answer 200 with a page. An SDK would read it as a stream without events.
  const shown = /^[\w.+-]+\/[\w.+-]+$/.test(type) ? type : 'something else';
  throw unusable('llm.not-a-stream', `${stream.question.title} answered ${shown} instead of an event stream`);
}

function toAnswer<Counts extends object>(
  thrown: unknown,
  reading: Reading<Counts>,
  question: Question<Counts>,
): ProviderAnswer {
  const { title, model, dialect, clock } = question;
  const fault = faultOfThrown(thrown);
  if (fault) return toFailure(fault, dialect.toError(fault), { title, model, now: clock.now() });
  return failed(ownError(thrown) ?? broken(thrown, reading, title), reading, question);
}

/** The SDKs wrap what their `fetch` throws. */
function ownError(thrown: unknown): AppError | undefined {
  if (isAppError(thrown)) return thrown;
  return thrown instanceof Error && isAppError(thrown.cause) ? thrown.cause : undefined;
}

function broken<Counts extends object>(thrown: unknown, { opened }: Reading<Counts>, title: string): AppError {
  if (!opened) return toAppError(thrown, `The request to ${title} could not be made`);
  return new AppError('unavailable', `The connection to ${title} broke off mid-answer`, { code: 'llm.cut' });
}

function failed<Counts extends object>(
  error: AppError,
  reading: Reading<Counts>,
  question: Question<Counts>,
): ProviderAnswer {
  const spent = spentOn(reading, question);
  const { firstTokenMs } = reading;
  return {
    kind: 'failed',
    error,
    ...(spent ? { spent } : {}),
    ...(firstTokenMs === undefined ? {} : { firstTokenMs }),
  };
}

function tooSlow<Counts extends object>(
  phase: 'first-token' | 'stall',
  { title, call: { limits } }: Question<Counts>,
): AppError {
  const message =
    phase === 'first-token'
      ? `${title} sent nothing within ${seconds(limits.firstTokenMs)} s`
      : `${title} stopped mid-answer for ${seconds(limits.idleMs)} s`;
  return new AppError('timeout', message, { code: `llm.${phase}` });
}

function reasonOf(signal: AbortSignal): AppError {
  return isAppError(signal.reason) ? signal.reason : cancelled();
}
