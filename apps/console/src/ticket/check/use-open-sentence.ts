import { useCallback, useEffect, useRef, useState } from 'react';

/** Milliseconds before a passing pointer opens anything, and before one on its way to the card closes it. */
const ENTER_MS = 120;
const LEAVE_MS = 250;

/** Which sentence shows its source: by pointer, by focus, or held open by a tap (`pinned`). */
export interface OpenSentence {
  index: number;
  pinned: boolean;
}

/** The one open card of a draft. Esc closes it wherever the focus is. */
export function useOpenSentence() {
  const [open, setOpen] = useState<OpenSentence | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  const later = useCallback((ms: number, change: (now: OpenSentence | null) => OpenSentence | null) => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => setOpen(change), ms);
  }, []);
  useEffect(() => () => clearTimeout(timer.current), []);

  const close = useCallback(() => {
    clearTimeout(timer.current);
    setOpen(null);
  }, []);
  useCloseOnEscape(open !== null, close);

  return {
    open,
    close,
    enter: (index: number) => later(ENTER_MS, (now) => (now?.pinned ? now : { index, pinned: false })),
    /** The pointer is on the card: it stays. */
    stay: () => clearTimeout(timer.current),
    leave: () => later(LEAVE_MS, (now) => (now?.pinned ? now : null)),
    focus(index: number) {
      clearTimeout(timer.current);
      setOpen((now) => (now?.index === index ? now : { index, pinned: false }));
    },
    /** A tap holds it open, the next one closes it. */
    toggle(index: number) {
      clearTimeout(timer.current);
      setOpen((now) => (now?.index === index && now.pinned ? null : { index, pinned: true }));
    },
  };
}

/** Before anybody else hears the key: Esc would also lead back to the list. */
function useCloseOnEscape(active: boolean, close: () => void): void {
  useEffect(() => {
    if (!active) return;
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || document.querySelector('dialog[open]')) return;
      event.preventDefault();
      close();
    };
    document.addEventListener('keydown', onKey, true);
    return () => document.removeEventListener('keydown', onKey, true);
  }, [active, close]);
}
