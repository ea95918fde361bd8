import type { CompletionRequest, Usage } from '@draftsmith/contracts';
import { AppError } from '@draftsmith/errors';

/** Why a model stopped, in our words; `raw` is the provider's own, for the log. */
export interface Finish {
  kind: 'stop' | 'length' | 'refusal' | 'other';
  raw: string;
}

/** What a model said, normalised; nobody has judged yet whether it may be used. */
export interface ModelAnswer {
  text: string;
  /** The model that answered, as it names itself. */
  model: string;
  /** Absent when the stream ended before the model did. */
  finish?: Finish;
  /** Absent when the provider did not count. */
  usage?: Usage;
  /** The model's own words for declining, or the category it gave. */
  refusal?: string;
}

export interface AnsweredText {
  kind: 'text';
  text: string;
  model: string;
  usage: Usage;
  usedSourceIds?: readonly string[];
}

/** `refused` ends the chain: asking the next model until one gives in would defeat the first one's judgement. */
export type ProviderAnswer = AnsweredText | { kind: 'abstained' | 'refused'; detail: string };

export interface ProviderCall {
  model: string;
  /** Aborted by the chain's deadline or by the caller. */
  signal: AbortSignal;
}

/** One way to get a text. Adding one is a folder under providers/ and a line in create-chain.ts. */
export interface Provider {
  readonly name: string;
  /**
   * False for a provider that composes its text from the request's material alone, at once and for nothing: it is
   * asked even after the deadline, and what it writes is not cached in the place of a model's answer.
   */
  readonly usesModel: boolean;
  /** Throws only AppError; its message becomes the attempt's detail, so it holds no personal data. */
  ask(request: CompletionRequest, call: ProviderCall): Promise<ProviderAnswer>;
}

/** A rough guess for a provider that does not count: about four characters a token. */
export function estimateUsage(request: CompletionRequest, text: string): Usage {
  const input = request.messages.reduce((sum, message) => sum + message.text.length, request.instructions.length);
  return { inputTokens: Math.ceil(input / 4), outputTokens: Math.ceil(text.length / 4) };
}

/**
 * Decides whether what a model said may become a draft. Half an answer looks like a whole one to a busy reader, so
 * everything but a natural end is a failure of this route.
 */
export function judgeAnswer(title: string, request: CompletionRequest, answer: ModelAnswer): ProviderAnswer {
  const text = answer.text.trim();
  if (answer.refusal !== undefined || answer.finish?.kind === 'refusal') {
    return { kind: 'refused', detail: refusalDetail(title, answer) };
  }
  if (!answer.finish) throw unusable('llm.cut', `${title} broke off before the answer ended`, true);
  if (answer.finish.kind === 'length') throw unusable('llm.truncated', `${title} ran into the length limit mid-answer`);
  if (answer.finish.kind === 'other') {
    throw unusable('llm.finish', `${title} stopped for a reason that is not an answer (${answer.finish.raw})`);
  }
  if (text === '') throw unusable('llm.empty', `${title} gave an empty answer`);
  return { kind: 'text', text, model: answer.model, usage: answer.usage ?? estimateUsage(request, text) };
}

function refusalDetail(title: string, answer: ModelAnswer): string {
  const reason = answer.refusal?.replace(/\s+/g, ' ').trim().slice(0, 200);
  return `${title} declined to answer${reason ? `: ${reason}` : ` (${answer.finish?.raw ?? 'no reason given'})`}`;
}

/** An answer arrived and cannot be used. Asking the same route again rarely helps, unless the line broke. */
export function unusable(code: string, message: string, retryable = false): AppError {
  return new AppError('unavailable', message, { code, retryable });
}
