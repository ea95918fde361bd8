/**
 * From Claude 5 on, models think before they write unless they see no need, and what they think counts against
 * `max_tokens`: https://platform.claude.com/docs/en/build-with-claude/thinking
 */
const THINKING_TOKENS = 4_096;

/** Tokens of an answer at most, thoughts included. */
export function outputLimit(maxOutputTokens: number, model: string): number {
  return maxOutputTokens + (thinks(model) ? THINKING_TOKENS : 0);
}

export function thinks(model: string): boolean {
  return versionOf(model) >= 5;
}

/** Since Claude 4.5: https://platform.claude.com/docs/en/build-with-claude/structured-outputs */
export function takesSchemas(model: string): boolean {
  return versionOf(model) >= 4.5;
}

/** `claude-sonnet-4-5-20250929` as 4.5; 0 for the older naming, e.g. `claude-3-5-haiku-latest`. */
function versionOf(model: string): number {
  const [, major, minor] = /^claude-[a-z]+-(\d+)(?:-(\d)(?!\d))?/.exec(model) ?? [];
  return Number(`${major ?? 0}.${minor ?? 0}`);
}
