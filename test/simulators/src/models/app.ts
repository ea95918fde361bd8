import { randomBytes } from 'node:crypto';
import express, { type ErrorRequestHandler, type Express, type Request, type Response } from 'express';
import { pause } from '../pause.ts';
import { type Answer, answerInstead, bend, sendBody, sendProblem, sendStream } from './answer.ts';
import { complete, countTokens, type ParsedRequest, type ReplyFunction } from './conversation.ts';
import { anthropic } from './dialects/anthropic.ts';
import { type Dialect, missingKey } from './dialects/dialect.ts';
import { openaiChat } from './dialects/openai-chat.ts';
import { openaiError } from './dialects/openai-errors.ts';
import { openaiResponses } from './dialects/openai-responses.ts';
import { registerEmbeddings } from './embeddings.ts';
import type { createModelFaults } from './faults.ts';
import { registerModelList } from './model-list.ts';
import type { Pace } from './pace.ts';
import type { RecordedRequest } from './server.ts';
import { registerModelSimApi } from './sim-api.ts';

export interface ModelAppContext {
  reply: ReplyFunction;
  models: readonly string[];
  contextTokens: number;
  pace: Pace;
  clock: () => Date;
  faults: ReturnType<typeof createModelFaults>;
  requests: RecordedRequest[];
  /** Aborted when the server closes. */
  closing: AbortSignal;
}

const MAX_RECORDED = 10_000;
const SECRET_HEADERS = /^(authorization|x-api-key|api-key|cookie)$/i;

export function createModelApp(context: ModelAppContext): Express {
  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  app.use(express.json({ limit: '20mb' }));
  registerModelSimApi(app, context);
  for (const dialect of [openaiChat, openaiResponses, anthropic]) {
    app.post(dialect.path, (request, response) => serve(request, response, dialect, context));
  }
  registerModelList(app, context.models);
  registerEmbeddings(app);
  app.use((request, response) => {
    const message = `Invalid URL (${request.method} ${request.path})`;
    response.status(404).json(openaiError({ status: 404, message, code: 'unknown_url' }));
  });
  app.use(malformedBody);
  return app;
}

async function serve(request: Request, response: Response, dialect: Dialect, context: ModelAppContext): Promise<void> {
  const requestId = `req_${randomBytes(12).toString('hex')}`;
  response.set(dialect.headers(requestId, context.clock()));
  const body = (request.body ?? {}) as Record<string, unknown>;
  if (!dialect.hasKey(request.headers)) {
    response.status(401).json(dialect.errorBody(missingKey(), requestId));
    return;
  }
  const parsed = dialect.parse(body, request.headers);
  if ('problem' in parsed) {
    response.status(parsed.problem.status).json(dialect.errorBody(parsed.problem, requestId));
    return;
  }
  const gone = watch(request, response, parsed, context.requests);
  const signal = AbortSignal.any([gone, context.closing]);
  const answer: Answer = { dialect, request: parsed, requestId, response, pace: context.pace, signal };
  await respond(answer, context);
}

async function respond(answer: Answer, context: ModelAppContext): Promise<void> {
  const { request, signal, dialect } = answer;
  const fault = context.faults.take(request);
  await pause(context.pace.latencyMs, signal);
  if (signal.aborted) return;
  if (fault && answerInstead(fault, answer)) return;
  const inputTokens = countTokens(request.system, ...request.messages.map((message) => message.text));
  if (inputTokens > context.contextTokens) {
    sendProblem(answer, dialect.contextTooLong(inputTokens, context.contextTokens));
    return;
  }
  const identity = { key: randomBytes(12).toString('hex'), now: context.clock() };
  const completion = bend(complete(request, context.reply, identity), fault);
  if (request.stream) await sendStream(completion, fault, answer);
  else sendBody(completion, fault, answer);
}

/** Records the request, and answers a signal that fires when the client leaves before the answer is complete. */
function watch(
  request: Request,
  response: Response,
  { dialect, model, stream, body }: ParsedRequest,
  requests: RecordedRequest[],
): AbortSignal {
  const headers = Object.fromEntries(
    Object.entries(request.headers).flatMap(([name, value]) =>
      SECRET_HEADERS.test(name) || value === undefined ? [] : [[name, String(value)]],
    ),
  );
  const recorded: RecordedRequest = { dialect, model, stream, headers, body, abandoned: false };
  requests.push(recorded);
  if (requests.length > MAX_RECORDED * 2) requests.splice(0, requests.length - MAX_RECORDED);
  const gone = new AbortController();
  response.once('close', () => {
    if (response.writableEnded) return;
    recorded.abandoned = true;
    gone.abort();
  });
  return gone.signal;
}

const malformedBody: ErrorRequestHandler = (error: unknown, request, response, _next) => {
  const status = typeof error === 'object' && error !== null && 'status' in error ? Number(error.status) : 500;
  const message = status < 500 ? 'Could not parse the JSON body of your request.' : String(error);
  const dialect = request.path === anthropic.path ? anthropic : openaiChat;
  if (response.headersSent) response.socket?.destroy();
  else response.status(status).json(dialect.errorBody({ status, message }, 'req_unparsed'));
};
