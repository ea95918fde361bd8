import { useId } from 'react';

interface ChoiceProps<Value extends string> {
  label: string;
  hint: string;
  options: Readonly<Record<Value, { label: string; example: string }>>;
  value: Value;
  onChange: ((value: Value) => void) | null;
}

/** One of a few, each with an example of what it does. */
export function Choice<Value extends string>({ label, hint, options, value, onChange }: ChoiceProps<Value>) {
  const id = useId();
  return (
    <fieldset className="choice" aria-describedby={`${id}-hint`} disabled={onChange === null}>
      <legend>{label}</legend>
      <p className="field-hint" id={`${id}-hint`}>
        {hint}
      </p>
      {(Object.keys(options) as Value[]).map((option) => (
        <label key={option} className="choice-option">
          <input type="radio" name={id} checked={option === value} onChange={() => onChange?.(option)} />
          <span>
            {options[option].label}
            <span className="choice-example">{options[option].example}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
