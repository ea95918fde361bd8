/** `auto` follows the system. */
export const THEMES = ['auto', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

// public/theme.js reads the same key before the first paint.
const KEY = 'draftsmith.theme';

export function readTheme(storage: Pick<Storage, 'getItem'>): Theme {
  const chosen = storage.getItem(KEY);
  return THEMES.find((theme) => theme === chosen) ?? 'auto';
}

export function applyTheme(theme: Theme, storage: Pick<Storage, 'setItem'>, root: { dataset: DOMStringMap }): void {
  storage.setItem(KEY, theme);
  if (theme === 'auto') delete root.dataset.theme;
  else root.dataset.theme = theme;
}

export function nextTheme(theme: Theme): Theme {
  return THEMES[(THEMES.indexOf(theme) + 1) % THEMES.length] ?? 'auto';
}
