/** How a number of calls is cut into blocks. */
export interface Rounds {
  rounds: number;
  /** Calls of one contender in one round. */
  block: number;
}

const BLOCK = 200;
const FEWEST_ROUNDS = 5;

/** Many short blocks rather than few long ones: what else the machine does then falls on all contenders alike. */
export function toRounds(calls: number): Rounds {
  const rounds = Math.max(FEWEST_ROUNDS, Math.round(calls / BLOCK));
  return { rounds, block: Math.ceil(calls / rounds) };
}

/** Each round begins with another one, so that nobody always follows the same neighbour. */
export function rotated<T>(items: readonly T[], round: number): T[] {
  const at = round % items.length;
  return [...items.slice(at), ...items.slice(0, at)];
}
