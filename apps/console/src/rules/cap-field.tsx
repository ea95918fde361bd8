import { useId, useState } from 'react';
import { useI18n } from '../i18n/context.tsx';

/** As the server limits it. */
const MAX_CAP = 100_000;
/** What stands there when a limit is switched on. */
const FIRST = 20;

interface CapFieldProps {
  label: string;
  /** Null for no limit. */
  value: number | null;
  onChange: ((value: number | null) => void) | null;
}

/** A limit that can be switched off. */
export function CapField({ label, value, onChange }: CapFieldProps) {
  const { m } = useI18n();
  const id = useId();
  return (
    <div className="cap">
      <label className="choice-option">
        <input
          type="checkbox"
          checked={value !== null}
          disabled={onChange === null}
          onChange={(event) => onChange?.(event.target.checked ? FIRST : null)}
        />
        <span id={id}>{label}</span>
      </label>
      {value === null ? (
        <span className="field-hint">{m.rules.noLimit}</span>
      ) : (
        <NumberInput value={value} max={MAX_CAP} labelledBy={id} onChange={onChange} />
      )}
    </div>
  );
}

interface NumberInputProps {
  value: number;
  max: number;
  labelledBy: string;
  onChange: ((value: number) => void) | null;
}

/** A whole number from 1; anything else can be typed on the way to one, and is gone when the field is left. */
export function NumberInput({ value, max, labelledBy, onChange }: NumberInputProps) {
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <input
      type="number"
      className="number-input"
      min={1}
      max={max}
      step={1}
      inputMode="numeric"
      aria-labelledby={labelledBy}
      disabled={onChange === null}
      value={typed ?? value}
      onBlur={() => setTyped(null)}
      onChange={(event) => {
        const given = event.target.valueAsNumber;
        setTyped(event.target.value);
        if (Number.isInteger(given) && given >= 1) onChange?.(Math.min(given, max));
      }}
    />
  );
}
