import type { Attempt } from '@draftsmith/llm';

/**
 * One line for each way in which a provider failed, e.g. `openai/gpt-5-mini: OpenAI did not accept the API key`. A
 * fallback that works must not hide a wrong key.
 */
export function failedAttempts(attempts: readonly Attempt[]): string[] {
  const failures = attempts.filter(({ outcome }) => outcome === 'failed');
  // Retries fail in the same way.
  return [...new Set(failures.map(({ provider, model, detail }) => `${provider}/${model}: ${detail ?? 'failed'}`))];
}
