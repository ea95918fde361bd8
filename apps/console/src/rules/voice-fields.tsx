import type { Voice } from '@draftsmith/contracts';
import { Choice } from '../decision-form/choice.tsx';
import { TextArea } from '../decision-form/text-area.tsx';
import { useI18n } from '../i18n/context.tsx';
import { linesOf } from './fields.ts';

interface VoiceFieldsProps {
  voice: Voice;
  onChange: ((part: Partial<Voice>) => void) | null;
}

/** How drafts of an account sound. */
export function VoiceFields({ voice, onChange }: VoiceFieldsProps) {
  const { m } = useI18n();
  const { fields: labels, hints } = m.rules;
  return (
    <>
      <Choice
        label={labels.tone}
        hint={hints.tone}
        options={m.rules.tones}
        value={voice.tone}
        onChange={onChange && ((tone: Voice['tone']) => onChange({ tone }))}
      />
      <Choice
        label={labels.address}
        hint={hints.address}
        options={m.rules.addresses}
        value={voice.address}
        onChange={onChange && ((address: Voice['address']) => onChange({ address }))}
      />
      <HouseRulesField value={voice.houseRules} onChange={onChange && ((houseRules) => onChange({ houseRules }))} />
      <SignatureField value={voice.signature} onChange={onChange && ((signature) => onChange({ signature }))} />
    </>
  );
}

interface FieldProps<Value> {
  value: Value;
  onChange: ((value: Value) => void) | null;
}

export function SignatureField({ value, onChange }: FieldProps<string>) {
  const { m } = useI18n();
  return (
    <TextArea
      label={m.rules.fields.signature}
      hint={m.rules.hints.signature}
      text={value}
      maxLength={1_000}
      onChange={onChange}
    />
  );
}

export function HouseRulesField({ value, onChange }: FieldProps<readonly string[]>) {
  const { m } = useI18n();
  return (
    <TextArea
      label={m.rules.fields.houseRules}
      hint={m.rules.hints.houseRules}
      text={value.join('\n')}
      maxLength={10_000}
      onChange={onChange && ((text) => onChange(linesOf(text)))}
    />
  );
}
