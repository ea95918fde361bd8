/** What a model of the fault server says when nothing goes wrong. */
export interface Answer {
  /** As the answer names it. */
  model: string;
  /** One token each. */
  pieces: readonly string[];
  /** `outputTokens` equals the number of pieces. */
  usage: { inputTokens: number; outputTokens: number };
}

export const TOKENS = 60;

/**
 * Sixty tokens that name their model and their place, so that a text cut, repeated or put together from two models is
 * seen as what it is. Two neighbours are the same word: dropping every repeated piece is no cure for repeated chunks.
 */
export function answerOf(model: string): Answer {
  const pieces = Array.from({ length: TOKENS }, (_, index) => {
    if (index === 0) return `${model} says:`;
    if (index === 20 || index === 21) return ' very';
    if (index === 45) return ' größer 😀';
    return ` ${index}${index === TOKENS - 1 ? '.' : ''}`;
  });
  return { model, pieces, usage: { inputTokens: 100 + model.length, outputTokens: TOKENS } };
}

export function textOf({ pieces }: Answer): string {
  return pieces.join('');
}
