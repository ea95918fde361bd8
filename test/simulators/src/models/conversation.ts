export type DialectName = 'openai-chat' | 'openai-responses' | 'anthropic';

export interface Message {
  role: string;
  text: string;
}

/** One request, read from any dialect. */
export interface ModelRequest {
  dialect: DialectName;
  model: string;
  /** System, developer and instruction texts, joined by blank lines. */
  system: string;
  /** The other turns, oldest first. */
  messages: Message[];
  /** The body as it came, for what the fields above leave out, e.g. a response format. */
  body: Record<string, unknown>;
}

export interface ParsedRequest extends ModelRequest {
  stream: boolean;
  /** OpenAI chat only: `stream_options.include_usage`. */
  includeUsage: boolean;
  maxTokens: number | undefined;
}

export type FinishReason = 'stop' | 'length' | 'content_filter' | 'refusal';

export type ReplyFunction = (request: ModelRequest) => string | { text: string; finishReason?: FinishReason };

/** One answer, before it takes the form of a dialect. */
export interface Completion {
  /** Unique part of every id in the answer. */
  key: string;
  model: string;
  text: string;
  finishReason: FinishReason;
  /** Unix seconds. */
  createdAt: number;
  usage: { inputTokens: number; outputTokens: number };
}

/** Splits text into the pieces that are counted and streamed: up to four characters, as English tokens average. */
export function tokenize(text: string): string[] {
  return text.match(/\s*[^\s]{1,4}|\s+$/gu) ?? [];
}

export function countTokens(...texts: readonly string[]): number {
  return texts.reduce((sum, text) => sum + tokenize(text).length, 0);
}

/** Says what it was asked, so that a test sees which prompt reached which model. */
export function defaultReply({ model, messages }: ModelRequest): string {
  const asked = messages.findLast((message) => message.role === 'user')?.text ?? '';
  const excerpt = asked.replace(/\s+/g, ' ').trim().slice(0, 400);
  return `${model} was asked: ${excerpt === '' ? '(nothing)' : excerpt}`;
}

/** Runs the reply and cuts it at `max_tokens`, as a model would be. */
export function complete(
  request: ParsedRequest,
  reply: ReplyFunction,
  identity: { key: string; now: Date },
): Completion {
  const given = reply(request);
  const answer = typeof given === 'string' ? { text: given } : given;
  const pieces = tokenize(answer.text);
  const tooLong = request.maxTokens !== undefined && pieces.length > request.maxTokens;
  const text = tooLong ? pieces.slice(0, request.maxTokens).join('') : answer.text;
  return {
    key: identity.key,
    model: request.model,
    text,
    finishReason: tooLong ? 'length' : (answer.finishReason ?? 'stop'),
    createdAt: Math.floor(identity.now.getTime() / 1000),
    usage: {
      inputTokens: countTokens(request.system, ...request.messages.map((message) => message.text)),
      outputTokens: tooLong ? (request.maxTokens ?? 0) : pieces.length,
    },
  };
}
