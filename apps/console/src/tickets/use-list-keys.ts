import { type RefObject, useEffect } from 'react';
import { keyPressOf } from './key-press.ts';
import { type ListCommand, listCommand, nextIndex } from './list-keys.ts';

interface ListKeysOptions {
  list: RefObject<HTMLElement | null>;
  search: RefObject<HTMLInputElement | null>;
  onBack: () => void;
  onHelp: () => void;
}

/** Listens to the list's keys on the whole page, so that they work wherever the focus is. */
export function useListKeys({ list, search, onBack, onHelp }: ListKeysOptions): void {
  useEffect(() => {
    const run = (command: ListCommand) => {
      if (command === 'next' || command === 'previous') moveFocus(list.current, command);
      else if (command === 'search') search.current?.focus();
      else if (command === 'help') onHelp();
      else if (document.activeElement === search.current) search.current?.blur();
      else onBack();
    };
    const onKey = (event: KeyboardEvent) => {
      const press = keyPressOf(event);
      const command = press && listCommand(press);
      if (command === null) return;
      event.preventDefault();
      run(command);
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [list, search, onBack, onHelp]);
}

function moveFocus(list: HTMLElement | null, command: 'next' | 'previous'): void {
  const rows = [...(list?.querySelectorAll<HTMLElement>('[data-row]') ?? [])];
  const focused = rows.indexOf(document.activeElement as HTMLElement);
  const from = focused >= 0 ? focused : rows.findIndex((row) => row.getAttribute('aria-current') === 'true');
  const row = rows[nextIndex(from, rows.length, command)];
  row?.focus();
  row?.scrollIntoView({ block: 'nearest' });
}
