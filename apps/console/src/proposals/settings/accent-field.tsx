import { useId } from 'react';
import { useI18n } from '../../i18n/context.tsx';
import { contrastWithWhite, EASY_TO_READ } from './contrast.ts';
import { isColour } from './settings-fields.ts';

interface AccentFieldProps {
  value: string;
  wrong: boolean;
  onChange: ((colour: string) => void) | null;
}

/** A colour, picked or typed, with what it looks like on paper and whether it can be read there. */
export function AccentField({ value, wrong, onChange }: AccentFieldProps) {
  const { m } = useI18n();
  const words = m.proposals.settings;
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{words.fields.accent}</label>
      <div className="accent">
        <input
          type="color"
          aria-label={words.fields.accent}
          value={isColour(value) ? value.toLowerCase() : '#000000'}
          disabled={onChange === null}
          onChange={(event) => onChange?.(event.target.value)}
        />
        <input
          id={id}
          className="accent-text"
          value={value}
          onChange={(event) => onChange?.(event.target.value.trim())}
          readOnly={onChange === null}
          aria-invalid={wrong}
          aria-describedby={`${id}-hint`}
          autoComplete="off"
          spellCheck={false}
          maxLength={7}
        />
        {!wrong && (
          <span className="accent-sample" aria-hidden="true">
            <span style={{ color: value }}>{words.contrast.sample}</span>
            <span style={{ background: value, color: '#fff' }}>{words.contrast.sample}</span>
          </span>
        )}
      </div>
      <div className="field-hint" id={`${id}-hint`} aria-live="polite">
        {wrong ? <span className="field-mistake">{words.mistakes.accent}</span> : <Contrast colour={value} />}
      </div>
    </div>
  );
}

function Contrast({ colour }: { colour: string }) {
  const { m, f } = useI18n();
  const { good, weak } = m.proposals.settings.contrast;
  // Rounded down: 4.49 is not 4.5.
  const ratio = Math.floor(contrastWithWhite(colour) * 10) / 10;
  const words = `${f.number(ratio)}:1`;
  return ratio >= EASY_TO_READ ? good(words) : <span className="contrast-weak">{weak(words)}</span>;
}
