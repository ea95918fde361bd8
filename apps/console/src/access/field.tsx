import type { InputHTMLAttributes, ReactNode } from 'react';
import { useId, useState } from 'react';
import { useI18n } from '../i18n/context.tsx';
import { MIN_PASSWORD, passwordStrength } from './password-strength.ts';

type FieldProps = Omit<InputHTMLAttributes<HTMLInputElement>, 'id' | 'onChange'> & {
  label: string;
  value: string;
  onValue: (value: string) => void;
  hint?: ReactNode;
};

/** A labelled input; its hint is read with it. */
export function Field({ label, hint, onValue, ...input }: FieldProps) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        aria-describedby={hint ? `${id}-hint` : undefined}
        onChange={(event) => onValue(event.target.value)}
        {...input}
      />
      {hint && (
        <div className="field-hint" id={`${id}-hint`}>
          {hint}
        </div>
      )}
    </div>
  );
}

interface NewPasswordProps {
  label: string;
  value: string;
  onValue: (value: string) => void;
  /** What a guesser would try first: the person's name and e-mail. */
  personal: readonly string[];
}

/** A password to be chosen: it can be shown, and its strength is told while typing. */
export function NewPasswordField({ label, value, onValue, personal }: NewPasswordProps) {
  const { m } = useI18n();
  const [shown, setShown] = useState(false);
  const strength = passwordStrength(value, personal);
  return (
    <>
      <Field
        label={label}
        value={value}
        onValue={onValue}
        type={shown ? 'text' : 'password'}
        autoComplete="new-password"
        minLength={MIN_PASSWORD}
        maxLength={128}
        required
        hint={m.access.newPasswordHint}
      />
      <div className="password-extras">
        <p className={value ? `strength strength-${strength}` : 'strength'} aria-live="polite">
          <span className="strength-bar" aria-hidden="true" />
          {value && m.strengths[strength]}
        </p>
        <label className="check">
          <input type="checkbox" checked={shown} onChange={(event) => setShown(event.target.checked)} />
          {m.access.showPassword}
        </label>
      </div>
    </>
  );
}
