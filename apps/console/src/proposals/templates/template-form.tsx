import { PROSE_SECTIONS } from '@draftsmith/contracts';
import { useId } from 'react';
import { Field } from '../../access/field.tsx';
import { Part } from '../../decision-form/part.tsx';
import { TextArea } from '../../decision-form/text-area.tsx';
import { useI18n } from '../../i18n/context.tsx';
import { localeOptions } from '../locales.ts';
import type { TemplateFields } from './template-fields.ts';

interface TemplateFormProps {
  fields: TemplateFields;
  /** Null for whoever may only look. */
  onChange: ((part: Partial<TemplateFields>) => void) | null;
}

/** What a template says. */
export function TemplateForm({ fields, onChange }: TemplateFormProps) {
  const { m } = useI18n();
  const { fields: labels, hintsOf, wordsTitle } = m.proposals.templates;
  return (
    <Part title={wordsTitle}>
      <Field
        label={labels.name}
        hint={hintsOf.name}
        value={fields.name}
        onValue={(name) => onChange?.({ name })}
        readOnly={onChange === null}
        autoComplete="off"
        maxLength={100}
        dir="auto"
      />
      <LocaleSelect value={fields.locale} onChange={onChange && ((locale) => onChange({ locale }))} />
      <TextArea
        label={labels.terms}
        hint={hintsOf.terms}
        text={fields.terms}
        maxLength={20_000}
        rows={6}
        onChange={onChange && ((terms) => onChange({ terms }))}
      />
      <TextArea
        label={labels.nextSteps}
        hint={hintsOf.nextSteps}
        text={fields.nextSteps}
        maxLength={4_000}
        onChange={onChange && ((nextSteps) => onChange({ nextSteps }))}
      />
      <HintFields fields={fields} onChange={onChange} />
    </Part>
  );
}

function LocaleSelect({ value, onChange }: { value: string; onChange: ((locale: string) => void) | null }) {
  const { m, f } = useI18n();
  const words = m.proposals.templates;
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{words.fields.locale}</label>
      <select
        id={id}
        value={value}
        disabled={onChange === null}
        aria-describedby={`${id}-hint`}
        onChange={(event) => onChange?.(event.target.value)}
      >
        <option value="">{words.everyLanguage}</option>
        {localeOptions(f, value === '' ? [] : [value]).map((option) => (
          <option key={option.id} value={option.id}>
            {option.name}
          </option>
        ))}
      </select>
      <p className="field-hint" id={`${id}-hint`}>
        {words.hintsOf.locale}
      </p>
    </div>
  );
}

function HintFields({ fields: { hints }, onChange }: TemplateFormProps) {
  const { m } = useI18n();
  const words = m.proposals.templates;
  const id = useId();
  return (
    <fieldset className="section-hints" aria-describedby={id}>
      <legend>{words.fields.hints}</legend>
      <p className="field-hint" id={id}>
        {words.hintsOf.hints}
      </p>
      {PROSE_SECTIONS.map((kind) => (
        <Field
          key={kind}
          label={m.proposals.sections[kind]}
          value={hints[kind] ?? ''}
          onValue={(hint) => onChange?.({ hints: { ...hints, [kind]: hint } })}
          readOnly={onChange === null}
          autoComplete="off"
          maxLength={500}
          dir="auto"
        />
      ))}
    </fieldset>
  );
}
