/** The number in what was typed or pasted: `4102`, `#4102`, or the address of a ticket. Null when there is none. */
export function readTicketNumber(given: string): string | null {
  const text = given.trim();
  const found = /^[#№]?\s*(\d{1,18})$/.exec(text) ?? /\/tickets\/(\d{1,18})(?:[/?#.]|$)/.exec(text);
  return found?.[1] ?? null;
}
