import { useI18n } from '../i18n/context.tsx';
import { ProblemText } from '../shell/problem.tsx';

interface DialogFootProps {
  /** What went wrong with the last try; null when nothing did. */
  problem: unknown;
  /** The word on the button that sends the form. */
  action: string;
  disabled: boolean;
  /** It cannot be undone. */
  danger?: boolean;
  onCancel: () => void;
}

/** The end of every form in a dialog: what went wrong, the way back, the way on. */
export function DialogFoot({ problem, action, disabled, danger, onCancel }: DialogFootProps) {
  const { m } = useI18n();
  return (
    <>
      {problem !== null && (
        <p role="alert" className="form-problem">
          <ProblemText error={problem} />
        </p>
      )}
      <div className="dialog-actions">
        <button type="button" className="button" onClick={onCancel}>
          {m.app.cancel}
        </button>
        <button type="submit" className={danger ? 'button button-danger' : 'button button-primary'} disabled={disabled}>
          {action}
        </button>
      </div>
    </>
  );
}
