import { type ClipboardEvent, type KeyboardEvent, type ReactNode, useId, useRef, useState } from 'react';
import { useI18n } from '../i18n/context.tsx';
import { Icon } from '../shell/icon.tsx';
import { type Added, addLines } from './entries.ts';

interface EntryListProps {
  label: string;
  hint: ReactNode;
  entries: readonly string[];
  /** Null for whoever may only look. */
  onChange: ((entries: string[]) => void) | null;
  lang?: string;
}

/** A list of words or addresses: each with a button that removes it, and a field that takes one or many lines. */
export function EntryList({ label, hint, entries, onChange }: EntryListProps) {
  const { m } = useI18n();
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState('');
  const [result, setResult] = useState<Added | null>(null);

  const add = (text: string) => {
    const next = addLines(entries, text);
    if (next.added > 0) onChange?.(next.entries);
    setResult(next);
    setTyped('');
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter') return;
    // Within the page's form Enter would save it.
    event.preventDefault();
    add(typed);
  };
  const onPaste = (event: ClipboardEvent) => {
    const text = event.clipboardData.getData('text');
    if (!/[\r\n]/.test(text)) return;
    // A field of one line would run the lines together.
    event.preventDefault();
    add(text);
  };

  return (
    <fieldset className="entry-list" aria-describedby={`${id}-hint`}>
      <legend>
        {label} {entries.length > 0 && <span className="count">{m.policy.entries(entries.length)}</span>}
      </legend>
      <p className="field-hint" id={`${id}-hint`}>
        {hint}
      </p>
      <Entries
        entries={entries}
        nameOf={(entry) => entry}
        onRemove={
          onChange &&
          ((entry) => {
            onChange(entries.filter((known) => known !== entry));
            field.current?.focus();
          })
        }
      />
      {onChange && (
        <div className="entry-add">
          <input
            ref={field}
            aria-label={m.policy.addTo(label)}
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
            onKeyDown={onKeyDown}
            onPaste={onPaste}
            autoComplete="off"
            spellCheck={false}
          />
          <button type="button" className="button" onClick={() => add(typed)} disabled={typed.trim() === ''}>
            {m.policy.add}
          </button>
        </div>
      )}
      <p className="entry-result" role="status">
        {result && wordsOf(result, m.policy)}
      </p>
    </fieldset>
  );
}

interface EntriesProps {
  entries: readonly string[];
  /** What a person reads of an entry. */
  nameOf: (entry: string) => string;
  onRemove: ((entry: string) => void) | null;
  /** What an empty list means. */
  noneWords?: string | undefined;
}

/** The entries themselves, each with the button that takes it out. */
export function Entries({ entries, nameOf, onRemove, noneWords }: EntriesProps) {
  const { m } = useI18n();
  if (entries.length === 0) return <p className="entries-none">{noneWords ?? m.policy.none}</p>;
  return (
    <ul className="entries">
      {entries.map((entry) => (
        <li key={entry} className="entry">
          <span dir="auto">{nameOf(entry)}</span>
          {onRemove && (
            <button type="button" aria-label={m.policy.remove(nameOf(entry))} onClick={() => onRemove(entry)}>
              <Icon name="close" size={12} />
            </button>
          )}
        </li>
      ))}
    </ul>
  );
}

type ResultWords = Record<'added' | 'known' | 'refused', (count: number) => string>;

function wordsOf({ added, known, refused }: Added, words: ResultWords): string {
  return [added > 0 && words.added(added), known > 0 && words.known(known), refused > 0 && words.refused(refused)]
    .filter((sentence) => sentence !== false)
    .join(' ');
}
