import { useI18n } from '../i18n/context.tsx';
import { ProblemText } from '../shell/problem.tsx';
import type { SaveState } from './use-decision-editor.ts';

interface SavableEditor<F> {
  state: SaveState<unknown, F>;
  dirty: boolean;
  save: () => void;
  undo: (before: F) => void;
  discard: () => void;
}

interface SaveBarProps<F> {
  editor: SavableEditor<F>;
  /** Said once it is saved; until when it holds differs. */
  saved?: string;
  /** Why it cannot be saved yet. */
  mistake?: string | undefined;
}

/** At the foot of the page: what is not saved yet, what was saved just now, and the way back. */
export function SaveBar<F>({ editor, saved, mistake }: SaveBarProps<F>) {
  const { m } = useI18n();
  const { state, dirty } = editor;
  const busy = state.kind === 'busy';
  return (
    <div className="save-bar" data-quiet={!dirty && state.kind === 'idle' ? true : undefined}>
      <p role="status">
        {state.kind === 'saved'
          ? (saved ?? m.policy.saved)
          : state.kind === 'undone'
            ? m.policy.undone
            : dirty && (mistake ?? m.policy.unsaved)}
      </p>
      {state.kind === 'refused' && (
        <p role="alert" className="form-problem">
          {m.policy.saveRefused} <ProblemText error={state.problem} />
        </p>
      )}
      <div className="save-actions">
        {state.kind === 'saved' && (
          <button type="button" className="button" onClick={() => editor.undo(state.before)}>
            {m.policy.undo}
          </button>
        )}
        {dirty && (
          <button type="button" className="button" onClick={editor.discard} disabled={busy}>
            {m.policy.discard}
          </button>
        )}
        {(dirty || busy) && (
          <button
            type="button"
            className="button button-primary"
            onClick={editor.save}
            disabled={busy || mistake !== undefined}
          >
            {busy ? m.policy.saving : m.policy.save}
          </button>
        )}
      </div>
    </div>
  );
}
