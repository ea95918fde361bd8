import type { Response } from 'express';
import { pause } from '../pause.ts';
import type { Completion, ParsedRequest } from './conversation.ts';
import { tokenize } from './conversation.ts';
import type { Dialect, Problem, StreamEvent } from './dialects/dialect.ts';
import type { ModelFault } from './faults.ts';
import type { Pace } from './pace.ts';

export interface Answer {
  dialect: Dialect;
  request: ParsedRequest;
  requestId: string;
  response: Response;
  pace: Pace;
  /** Aborted when the client goes away or the server closes. */
  signal: AbortSignal;
}

const PROXY_PAGE = '<html><head><title>502 Bad Gateway</title></head><body><h1>Bad Gateway</h1></body></html>';
const SERVER_ERROR: Problem = { status: 500, message: 'The server had an error while processing your request.' };

/** Faults that leave no room for an answer. True when the request is dealt with. */
export function answerInstead(fault: ModelFault, answer: Answer): boolean {
  const { response, dialect, requestId } = answer;
  switch (fault.kind) {
    case 'hang':
      return true;
    case 'reset':
      response.socket?.resetAndDestroy();
      return true;
    case 'status':
      if (fault.retryAfterSeconds !== undefined) response.set('retry-after', String(fault.retryAfterSeconds));
      sendProblem(answer, {
        status: fault.status,
        message: fault.message ?? `Simulated status ${fault.status}`,
        ...(fault.code === undefined ? {} : { code: fault.code }),
      });
      return true;
    case 'context-too-long':
      sendProblem(answer, dialect.contextTooLong(210_000, 200_000));
      return true;
    case 'html':
      response.status(200).type('html').send(PROXY_PAGE);
      return true;
    case 'error-body':
      response.status(200).json(dialect.errorBody(SERVER_ERROR, requestId));
      return true;
    default:
      return false;
  }
}

export function sendProblem({ response, dialect, requestId }: Answer, problem: Problem): void {
  response.status(problem.status).json(dialect.errorBody(problem, requestId));
}

/** Faults that change what the model says. */
export function bend(completion: Completion, fault: ModelFault | undefined): Completion {
  const { usage } = completion;
  const saying = (text: string, finishReason: Completion['finishReason']): Completion => ({
    ...completion,
    text,
    finishReason,
    usage: { ...usage, outputTokens: tokenize(text).length },
  });
  const half = () => {
    const pieces = tokenize(completion.text);
    return pieces.slice(0, Math.ceil(pieces.length / 2)).join('');
  };
  switch (fault?.kind) {
    case 'refusal':
      return saying(fault.text ?? "I'm sorry, but I can't help with that.", 'refusal');
    case 'content-filter':
      return saying(half(), 'content_filter');
    case 'empty':
      return saying('', 'stop');
    case 'truncated':
      return saying(half(), 'length');
    default:
      return completion;
  }
}

export function sendBody(completion: Completion, fault: ModelFault | undefined, answer: Answer): void {
  const { response, dialect } = answer;
  const json = JSON.stringify(dialect.body(completion));
  const half = json.slice(0, Math.floor(json.length / 2));
  response.status(200).type('json');
  switch (fault?.kind) {
    case 'stall':
      response.write(half);
      return;
    case 'cut':
      response.write(half, () => response.socket?.resetAndDestroy());
      return;
    case 'malformed':
    case 'missing-end':
      response.send(half);
      return;
    case 'stream-error':
      sendProblem(answer, SERVER_ERROR);
      return;
    default:
      response.send(json);
  }
}

export async function sendStream(completion: Completion, fault: ModelFault | undefined, answer: Answer): Promise<void> {
  const { response, dialect, request, pace, signal } = answer;
  response.status(200).set({ 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-cache' });
  response.flushHeaders();
  await pause(pace.firstTokenMs, signal);
  const all = dialect.events(completion, request);
  const events = fault?.kind === 'missing-end' ? all.slice(0, -1) : all;
  const strikes = fault !== undefined && 'afterChunks' in fault ? (fault.afterChunks ?? 2) : 2;
  let deltas = 0;
  let held = '';
  for (const event of events) {
    if (signal.aborted) return;
    if (event.isDelta) {
      if (deltas === strikes && fault && strike(fault, held, answer)) return;
      if (deltas > 0 && Number.isFinite(pace.tokensPerSecond)) await pause(1000 / pace.tokensPerSecond, signal);
      deltas += 1;
    }
    held += toSse(event);
    // Without a pace the whole stream is one write: a bench would otherwise measure this loop.
    if (event.isDelta && Number.isFinite(pace.tokensPerSecond)) {
      response.write(held);
      held = '';
    }
  }
  // A text shorter than the strike point still meets its fault, at its end.
  if (deltas <= strikes && fault && strike(fault, held, answer)) return;
  response.end(held);
}

/** True when the stream is over, or silent, after this. */
function strike(fault: ModelFault, held: string, { response, dialect, requestId }: Answer): boolean {
  switch (fault.kind) {
    case 'stall':
      response.write(held);
      return true;
    case 'cut':
      response.write(held, () => response.socket?.resetAndDestroy());
      return true;
    case 'malformed':
      response.end(`${held}${toRawSse(dialect, '{"half": ')}`);
      return true;
    case 'stream-error':
      response.end(held + toSse(dialect.errorEvent(SERVER_ERROR, requestId)));
      return true;
    default:
      return false;
  }
}

function toSse({ event, data }: StreamEvent): string {
  const text = data === '[DONE]' ? data : JSON.stringify(data);
  return event === undefined ? `data: ${text}\n\n` : `event: ${event}\ndata: ${text}\n\n`;
}

function toRawSse(dialect: Dialect, text: string): string {
  const event = {
    'openai-chat': undefined,
    'openai-responses': 'response.output_text.delta',
    anthropic: 'content_block_delta',
  };
  const name = event[dialect.id];
  return name === undefined ? `data: ${text}\n\n` : `event: ${name}\ndata: ${text}\n\n`;
}
