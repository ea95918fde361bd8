import { useId } from 'react';
import { NumberInput } from '../decision-form/number-input.tsx';
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
