import type { Choice } from '@draftsmith/contracts';
import { type KeyboardEvent, type ReactNode, useId, useRef, useState } from 'react';
import { useI18n } from '../i18n/context.tsx';
import { Entries } from './entry-list.tsx';

interface PickedListProps {
  label: string;
  hint?: ReactNode;
  ids: readonly string[];
  /** What may be picked, by the names that people know. */
  options: readonly Choice[];
  /** Null for whoever may only look. */
  onChange: ((ids: string[]) => void) | null;
  placeholder: string;
  /** Said of what is not among the options. */
  unknownWords: string;
  /** An identifier may be typed that is not among the options. */
  mayType?: boolean;
  /** What an empty list means. */
  noneWords?: string;
}

/** Things picked by name; the browser's own list of suggestions does the searching. What has no name shows its identifier. */
export function PickedList(props: PickedListProps) {
  const { label, hint, ids, options, onChange, placeholder, unknownWords, mayType = false, noneWords } = props;
  const { m } = useI18n();
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState('');
  const [unknown, setUnknown] = useState(false);

  const choose = (text: string, whole: boolean) => {
    const chosen = found(options, text, whole) ?? (whole && mayType && text.trim() ? text.trim() : undefined);
    setUnknown(whole && text.trim() !== '' && chosen === undefined);
    setTyped(chosen === undefined ? text : '');
    if (chosen !== undefined && !ids.includes(chosen)) onChange?.([...ids, chosen]);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter') return;
    // Within the page's form Enter would save it.
    event.preventDefault();
    choose(typed, true);
  };

  return (
    <fieldset className="entry-list" aria-describedby={hint ? `${id}-hint` : undefined}>
      <legend>{label}</legend>
      {hint && (
        <p className="field-hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      <Entries
        entries={ids}
        nameOf={(one) => options.find((option) => option.id === one)?.name ?? one}
        noneWords={noneWords}
        onRemove={
          onChange &&
          ((one) => {
            onChange(ids.filter((known) => known !== one));
            field.current?.focus();
          })
        }
      />
      {onChange && (
        <div className="entry-add">
          <input
            ref={field}
            list={`${id}-options`}
            aria-label={m.policy.addTo(label)}
            placeholder={placeholder}
            value={typed}
            onChange={(event) => choose(event.target.value, false)}
            onKeyDown={onKeyDown}
            autoComplete="off"
            maxLength={200}
          />
          <datalist id={`${id}-options`}>
            {options
              .filter((option) => !ids.includes(option.id))
              .map((option) => (
                <option key={option.id} value={option.name} />
              ))}
          </datalist>
          <button type="button" className="button" onClick={() => choose(typed, true)} disabled={typed.trim() === ''}>
            {m.policy.add}
          </button>
        </div>
      )}
      <p className="entry-result" role="status">
        {unknown && unknownWords}
      </p>
    </fieldset>
  );
}

/** By name while typing: picking a suggestion types it whole. By identifier only once somebody says that it is whole. */
function found(options: readonly Choice[], text: string, whole: boolean): string | undefined {
  const wanted = text.trim().toLowerCase();
  return options.find(({ id, name }) => name.toLowerCase() === wanted || (whole && id.toLowerCase() === wanted))?.id;
}
