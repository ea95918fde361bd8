/** What a key asks of the ticket list. */
export type ListCommand = 'next' | 'previous' | 'back' | 'search' | 'help';

export interface KeyPress {
  key: string;
  /** Ctrl, Alt or Meta held: the browser's or the system's own shortcut. */
  modified: boolean;
  /** The focus is in a field, where letters are text. */
  typing: boolean;
  /** The focus is on a row, where arrows move instead of scrolling. */
  onRow: boolean;
}

/** The command of a key press, or null where the key keeps its usual meaning. Enter is the focused link's own. */
export function listCommand(press: KeyPress): ListCommand | null {
  if (press.modified) return null;
  if (press.key === 'Escape') return 'back';
  if (press.typing) return null;
  // The Russian layout's letters on the same keys: nobody switches the layout to move down a list.
  if (press.key === 'j' || press.key === 'о' || (press.onRow && press.key === 'ArrowDown')) return 'next';
  if (press.key === 'k' || press.key === 'л' || (press.onRow && press.key === 'ArrowUp')) return 'previous';
  if (press.key === '/') return 'search';
  if (press.key === '?') return 'help';
  return null;
}

/** Index of the row to move to, within the list; from nowhere (-1) both ways lead to the first. */
export function nextIndex(current: number, count: number, command: 'next' | 'previous'): number {
  if (count === 0) return -1;
  if (current < 0) return 0;
  return Math.min(count - 1, Math.max(0, current + (command === 'next' ? 1 : -1)));
}
