import type { Fault, Meaning } from '../fault.ts';

/** Azure and some gateways filter before the model sees the prompt, and say so with a 400 or 403. */
const REFUSED =
  /^(?:content_filter|content_policy_violation|responsibleaipolicyviolation|invalid_prompt|bio_policy|misalignment_policy_violation)$/;
const REFUSED_TEXT = /\b(?:input|prompt|content) was flagged|flagged as potentially violating/i;
const NO_CREDIT =
  /^(?:insufficient_quota|billing_not_active|billing_hard_limit_reached|insufficient_credits|insufficient_balance)$/;
const TOO_LONG = /^(?:context_length_exceeded|exceed_context_size_error|request_too_large|string_above_max_length)$/;
/**
 * Compatible servers have only words for it: "maximum context length is ..." (vLLM, OpenRouter), "exceeds the available
 * context size" (llama.cpp), "exceeds the context length" (Ollama), "exceed context window of" (llama-cpp-python),
 * "max_tokens must be at least 1, got -186" (vLLM, when the prompt alone fills the window).
 */
const TOO_LONG_TEXT =
  /(?:maximum|max(?:imum)? allowed) context length|exceeds?\b.{0,60}\bcontext (?:size|length|window|limit)|context (?:size|length|window) (?:was |has been |is )?exceeded|(?:prompt|input|request) (?:is )?too long|max_tokens must be at least 1, got -|too many input tokens/i;
const UNKNOWN_MODEL = /^(?:model_not_found|deploymentnotfound)$/;
const UNKNOWN_MODEL_TEXT = /is not a valid model|model\b.{0,80}\b(?:does not exist|not found)|invalid model id/i;
/** Statuses under which servers report a prompt that is too long; none in the middle of a stream. */
const ABOUT_THE_REQUEST = new Set([undefined, 400, 413, 422, 500]);

/** Error codes: https://developers.openai.com/api/docs/guides/error-codes */
export function toError({ status, words, text }: Fault): Meaning | undefined {
  const says = (pattern: RegExp): boolean => words.some((word) => pattern.test(word));
  if (says(REFUSED) || REFUSED_TEXT.test(text)) return 'refused';
  if (says(NO_CREDIT)) return 'no-credit';
  if (says(TOO_LONG)) return 'too-long';
  if (ABOUT_THE_REQUEST.has(status) && TOO_LONG_TEXT.test(text)) return 'too-long';
  if (says(UNKNOWN_MODEL)) return 'unknown-model';
  return (status === 400 || status === 404) && UNKNOWN_MODEL_TEXT.test(text) ? 'unknown-model' : undefined;
}
