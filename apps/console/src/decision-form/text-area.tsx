import { useId } from 'react';

interface TextAreaProps {
  label: string;
  hint: string;
  text: string;
  maxLength: number;
  rows?: number;
  /** Null for whoever may only look. */
  onChange: ((text: string) => void) | null;
}

/** Several lines of a person's own words. */
export function TextArea({ label, hint, text, maxLength, rows = 3, onChange }: TextAreaProps) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <p className="field-hint" id={`${id}-hint`}>
        {hint}
      </p>
      <textarea
        id={id}
        rows={rows}
        dir="auto"
        maxLength={maxLength}
        aria-describedby={`${id}-hint`}
        readOnly={onChange === null}
        value={text}
        onChange={(event) => onChange?.(event.target.value)}
      />
    </div>
  );
}
