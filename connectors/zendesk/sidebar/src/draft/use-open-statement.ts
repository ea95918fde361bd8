import { useCallback, useEffect, useMemo, useRef, useState } from 'react';

/** Long enough to move the pointer from the words to the card. */
const LEAVE_MS = 200;

export interface OpenStatement {
  /** The statement whose sources are shown. */
  statement: number | null;
  /** By focus or press: stays until something else is shown. */
  show(statement: number): void;
  /** By pointer: goes with it. */
  point(statement: number): void;
  leave(): void;
  /** The pointer is on the card itself. */
  stay(): void;
  close(): void;
}

export function useOpenStatement(): OpenStatement {
  const [open, setOpen] = useState<{ statement: number; pinned: boolean } | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>();
  const stay = useCallback(() => clearTimeout(timer.current), []);
  useEffect(() => stay, [stay]);
  return useMemo(
    () => ({
      statement: open?.statement ?? null,
      show: (statement) => {
        stay();
        setOpen({ statement, pinned: true });
      },
      point: (statement) => {
        stay();
        setOpen((last) => (last?.pinned ? last : { statement, pinned: false }));
      },
      leave: () => {
        stay();
        timer.current = setTimeout(() => setOpen((last) => (last?.pinned ? last : null)), LEAVE_MS);
      },
      stay,
      close: () => {
        stay();
        setOpen(null);
      },
    }),
    [open, stay],
  );
}
