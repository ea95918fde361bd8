import { useState } from 'react';

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
