/** `openai`: the vendor itself. `compatible`: Ollama, vLLM, llama.cpp and others that speak its older dialect. */
export type Flavour = 'openai' | 'compatible';

/**
 * Models that think before they write spend output tokens on it, invisibly. Without room for that, a limit meant for
 * the text would be used up before its first word.
 */
const THINKING_TOKENS = 4_096;
const REASONING_MODEL = /^(?:o\d|gpt-(?:[5-9]|\d\d)|codex|computer-use)(?!.*chat)/i;
const OPEN_REASONING_MODEL = /qwen3|deepseek-r|gpt-oss|magistral|think|reason/i;
/** Responses takes no lower limit. */
const LEAST = 16;

/** Tokens of an answer at most, thoughts included. */
export function outputLimit(maxOutputTokens: number, model: string, flavour: Flavour): number {
  const thinks = flavour === 'openai' ? isReasoningModel(model) : OPEN_REASONING_MODEL.test(model);
  const limit = maxOutputTokens + (thinks ? THINKING_TOKENS : 0);
  return flavour === 'openai' ? Math.max(LEAST, limit) : limit;
}

export function isReasoningModel(model: string): boolean {
  return REASONING_MODEL.test(model);
}

/** The pro models know only their highest effort; the others all know `low`, and a reply needs no more. */
export function effortOf(model: string): 'low' | undefined {
  return isReasoningModel(model) && !/-pro\b|deep-research|computer-use/i.test(model) ? 'low' : undefined;
}

/** Models that Chat Completions does not serve: https://developers.openai.com/api/docs/models */
export function isResponsesOnly(model: string): boolean {
  return /^(?:o\d+-pro|gpt-\d[\d.]*-pro)\b|codex|deep-research|^computer-use/i.test(model);
}
