import { useCallback, useState } from 'react';
import { useI18n } from '../i18n/context.tsx';
import { navigate, useLeaveGuard } from '../router/navigation.tsx';
import { Dialog } from '../shell/dialog.tsx';

/** Asks before a page with unsaved changes is left. */
export function LeaveDialog({ dirty, discard }: { dirty: boolean; discard: () => void }) {
  const { m } = useI18n();
  const [leaving, setLeaving] = useState<{ go: () => void; to: string } | null>(null);
  useLeaveGuard(
    dirty,
    useCallback((go: () => void, to: string) => setLeaving({ go, to }), []),
  );
  if (!leaving) return null;
  return (
    <Dialog title={m.policy.leaveTitle} onClose={() => setLeaving(null)}>
      {(close) => (
        <>
          <p>{m.policy.leaveText}</p>
          <div className="dialog-actions">
            <button type="button" className="button" onClick={close}>
              {m.policy.stay}
            </button>
            <button
              type="button"
              className="button button-danger"
              onClick={() => {
                leaving.go();
                setLeaving(null);
                discard();
                navigate(leaving.to);
              }}
            >
              {m.policy.leave}
            </button>
          </div>
        </>
      )}
    </Dialog>
  );
}
