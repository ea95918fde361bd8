/** Tokens as money can be counted by: servers send fractions, negative numbers, texts and nothing at all. */
export function count(value: unknown): number {
  return typeof value === 'number' && value > 0 && Number.isFinite(value) ? Math.ceil(value) : 0;
}
