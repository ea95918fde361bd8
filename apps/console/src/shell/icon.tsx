import type { DraftState } from '@draftsmith/contracts';

export type IconName =
  | DraftState
  | 'auto'
  | 'light'
  | 'dark'
  | 'back'
  | 'search'
  | 'lock'
  | 'globe'
  | 'copy'
  | 'external'
  | 'close'
  | 'keyboard'
  | 'doubt'
  | 'contradiction'
  | 'opinion'
  | 'shield'
  | 'halt'
  | 'menu'
  | 'plug';

// Drawn on a 16 x 16 grid, stroked in the text's colour.
const PATHS: Record<IconName, string> = {
  waiting: 'M8 2.5a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11M8 5v3.2l2 1.3',
  working: 'M3 13l.8-3 6.7-6.7a1.4 1.4 0 0 1 2 0l.2.2a1.4 1.4 0 0 1 0 2L6 12.2z M9.5 4.5l2 2',
  drafted: 'M3 8.5l3.3 3.3L13 5',
  skipped: 'M3.5 8h9',
  failed: 'M8 3v6M8 12.4v.1',
  auto: 'M8 2.5a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11M8 2.5v11M8 5l4.6 0M8 8h5.5M8 11h4.6',
  light: 'M8 5a3 3 0 1 0 0 6 3 3 0 0 0 0-6M8 1v1.5M8 13.5V15M1 8h1.5M13.5 8H15M3 3l1 1M12 12l1 1M13 3l-1 1M4 12l-1 1',
  dark: 'M13.2 9.6A5.6 5.6 0 0 1 6.4 2.8a5.6 5.6 0 1 0 6.8 6.8z',
  back: 'M10 3L5 8l5 5',
  search: 'M7 2.5a4.5 4.5 0 1 0 0 9 4.5 4.5 0 0 0 0-9M10.3 10.3l3.4 3.4',
  lock: 'M4 7.5h8v6H4zM5.5 7.5V5a2.5 2.5 0 0 1 5 0v2.5',
  globe: 'M8 2.5a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11M2.5 8h11M8 2.5c-3 3.4-3 7.6 0 11M8 2.5c3 3.4 3 7.6 0 11',
  copy: 'M5.5 5.5h8v8h-8zM10.5 5.5v-3h-8v8h3',
  external: 'M6.5 3.5h-3v9h9v-3M9.5 3h3.5v3.5M13 3L7.5 8.5',
  close: 'M4 4l8 8M12 4l-8 8',
  doubt: 'M5.6 5.8a2.4 2.4 0 1 1 3.6 2.1c-.8.5-1.2.9-1.2 1.9M8 12.4v.1',
  contradiction: 'M3 6h10M3 10h10M10.5 2.5l-5 11',
  opinion: 'M2.5 3h11v7.5H8L5 13.3v-2.8H2.5z',
  shield: 'M8 1.8l5 1.8v4.1c0 3.1-2.1 5.3-5 6.5-2.9-1.2-5-3.4-5-6.5V3.6zM5.6 7.9l1.7 1.7 3.1-3.3',
  halt: 'M5.4 1.8h5.2l3.6 3.6v5.2l-3.6 3.6H5.4l-3.6-3.6V5.4zM5 8h6',
  menu: 'M2.5 4.5h11M2.5 8h11M2.5 11.5h11',
  plug: 'M6 2v3M10 2v3M4 5h8v2.5a4 4 0 0 1-8 0zM8 11.5V14',
  keyboard: 'M1.5 4.5h13v7.5h-13zM4 7h.1M6.7 7h.1M9.3 7h.1M12 7h.1M5 9.7h6',
};

/** A decorative sign beside words that say the same. */
export function Icon({ name, size = 16 }: { name: IconName; size?: number }) {
  return (
    <svg className="icon" viewBox="0 0 16 16" width={size} height={size} aria-hidden="true" focusable="false">
      <path d={PATHS[name]} />
    </svg>
  );
}

/** Draftsmith's mark: a sheet with a folded corner that is a D, and the pen on it. */
export function Mark() {
  return (
    <svg className="mark" viewBox="0 0 32 32" width="28" height="28" aria-hidden="true" focusable="false">
      <rect className="mark-ground" width="32" height="32" rx="8" />
      <path className="mark-sheet" d="M9 7h7.5a8.5 8.5 0 0 1 8.5 8.5M9 7v18h5" />
      <path className="mark-pen" d="M17.5 25.5l.9-3.8 6.2-6.2 2.9 2.9-6.2 6.2z" />
    </svg>
  );
}
