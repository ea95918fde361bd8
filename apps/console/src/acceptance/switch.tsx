import { useId } from 'react';

interface SwitchProps<Value extends string | number> {
  label: string;
  value: Value;
  values: readonly Value[];
  words: (value: Value) => string;
  onChange: (value: Value) => void;
}

/** One of a few: radio buttons side by side, so the arrow keys work as everywhere. */
export function Switch<Value extends string | number>(props: SwitchProps<Value>) {
  const { label, value, values, words, onChange } = props;
  const name = useId();
  return (
    <fieldset className="switch">
      <legend>{label}</legend>
      <div className="switch-row">
        {values.map((one) => (
          <label key={one} className="switch-part">
            <input type="radio" name={name} checked={one === value} onChange={() => onChange(one)} />
            <span>{words(one)}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
