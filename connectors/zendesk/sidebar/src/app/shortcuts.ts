/** What a key does while the focus is in the app. */
export type Shortcut = 'insert' | 'copy' | 'steer' | 'shorter' | 'next' | 'older' | 'newer' | 'help';

export const SHORTCUT_KEYS: Record<Shortcut, string> = {
  insert: 'I',
  copy: 'C',
  steer: 'E',
  shorter: 'S',
  next: 'N',
  older: '[',
  newer: ']',
  help: '?',
};

interface KeyPress {
  key: string;
  /** The key's place, for keyboards of other scripts: I is where Ш is. */
  code: string;
  ctrlKey: boolean;
  altKey: boolean;
  metaKey: boolean;
  isComposing: boolean;
}

/** Null for keys that mean something else: with modifiers, or while text is typed. */
export function shortcutOf(press: KeyPress, typing: boolean): Shortcut | null {
  if (typing || press.ctrlKey || press.altKey || press.metaKey || press.isComposing) return null;
  const key = press.key.toUpperCase();
  for (const [shortcut, wanted] of Object.entries(SHORTCUT_KEYS) as [Shortcut, string][]) {
    if (key === wanted || codeOf(wanted) === press.code) return shortcut;
  }
  return null;
}

function codeOf(key: string): string | undefined {
  if (key === '[') return 'BracketLeft';
  if (key === ']') return 'BracketRight';
  return /^[A-Z]$/.test(key) ? `Key${key}` : undefined;
}
