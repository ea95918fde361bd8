import { useState } from 'react';
import { useI18n } from '../i18n/context.tsx';
import { Dialog } from '../shell/dialog.tsx';
import type { DecisionEditor, DecisionView } from './use-decision-editor.ts';
import {
  contested,
  type Fields,
  isList,
  joined,
  listChange,
  type NameOf,
  type Side,
  theirChanges,
  type Versions,
} from './versions.ts';

interface ConflictDialogProps<View extends DecisionView, F extends Fields> {
  editor: DecisionEditor<View, F>;
  theirs: View;
  theirFields: F;
  labels: Readonly<Record<NameOf<F>, string>>;
  /** What a person reads of an entry of a list. */
  entryWords: (name: NameOf<F>, entry: string) => string;
  /** And of what is no list. */
  valueWords: (name: NameOf<F>, fields: F) => string;
}

/** Two admins at once: what the other one changed, and what shall hold now. */
export function ConflictDialog<View extends DecisionView, F extends Fields>(props: ConflictDialogProps<View, F>) {
  const { editor, theirs, theirFields, labels, entryWords, valueWords } = props;
  const { m, f } = useI18n();
  const [side, setSide] = useState<Side>('mine');
  const versions: Versions<F> = { base: editor.baseFields, mine: editor.fields, theirs: theirFields };
  const disputed = contested(versions);
  const listed = (name: NameOf<F>, entries: string[]) => f.list(entries.map((entry) => entryWords(name, entry)));
  const changeWords = (name: NameOf<F>) => {
    const [from, to] = [versions.base[name], theirFields[name]];
    if (!isList(from) || !isList(to)) return valueWords(name, theirFields);
    const { added, removed } = listChange(from, to);
    return [
      added.length > 0 && m.policy.addedEntries(listed(name, added)),
      removed.length > 0 && m.policy.removedEntries(listed(name, removed)),
    ]
      .filter((words) => words !== false)
      .join('; ');
  };
  return (
    <Dialog title={m.policy.conflictTitle} onClose={editor.keepEditing}>
      {(close) => (
        <div className="conflict">
          <p>{m.policy.conflictBy(theirs.updatedBy ?? m.policy.somebody)}</p>
          <ul className="conflict-changes">
            {theirChanges(versions).map((name) => (
              <li key={name}>
                <strong>{labels[name]}</strong>: {changeWords(name)}
              </li>
            ))}
          </ul>
          {disputed.length === 0 ? (
            <p>{m.policy.conflictJoin}</p>
          ) : (
            <fieldset className="choice">
              <legend>{m.policy.conflictChoose}</legend>
              {(['mine', 'theirs'] as const).map((option) => (
                <label key={option} className="choice-option">
                  <input type="radio" name="side" checked={side === option} onChange={() => setSide(option)} />
                  <span>{m.policy[option](f.list(disputed.map((name) => valueWords(name, versions[option]))))}</span>
                </label>
              ))}
            </fieldset>
          )}
          <div className="dialog-actions">
            <button type="button" className="button" onClick={close}>
              {m.app.cancel}
            </button>
            <button type="button" className="button" onClick={() => editor.take(theirs)}>
              {m.policy.takeTheirs}
            </button>
            <button
              type="button"
              className="button button-primary"
              onClick={() => editor.saveOver(theirs, joined(versions, side))}
            >
              {m.policy.saveBoth}
            </button>
          </div>
        </div>
      )}
    </Dialog>
  );
}
