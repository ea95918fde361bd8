import type { Message } from '../contract/request.ts';

export interface Turn {
  role: 'user' | 'assistant';
  content: string;
}

const GO_ON = 'The answer begins as follows. Go on from exactly where it ends, and repeat nothing of it:';

/**
 * The messages as every API takes them: blank ones are left out, and an answer that was begun becomes a request to go on
 * with it, since newer models reject a conversation that ends with their own turn.
 */
export function toTurns(messages: readonly Message[]): Turn[] {
  const turns = messages
    .filter(({ text }) => text.trim() !== '')
    .map(({ role, text }): Turn => ({ role, content: wellFormed(text) }));
  const last = turns.at(-1);
  if (last?.role === 'assistant') turns.splice(-1, 1, { role: 'user', content: `${GO_ON}\n\n${last.content}` });
  return turns;
}

/** Half a surrogate pair, as cutting an emoji in two leaves it, is no JSON that an API would read. */
export function wellFormed(text: string): string {
  return text.toWellFormed();
}
