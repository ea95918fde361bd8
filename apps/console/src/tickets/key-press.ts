import type { KeyPress } from './list-keys.ts';

/** What a key press is about; null where an open menu or dialog, or somebody before us, has the keys. */
export function keyPressOf(event: KeyboardEvent): KeyPress | null {
  if (event.defaultPrevented || document.querySelector('dialog[open], [popover]:popover-open')) return null;
  const target = event.target instanceof HTMLElement ? event.target : null;
  return {
    key: event.key,
    modified: event.ctrlKey || event.altKey || event.metaKey,
    typing: target?.matches('input, textarea, select, [contenteditable="true"]') ?? false,
    onRow: target?.matches('[data-row]') ?? false,
  };
}
