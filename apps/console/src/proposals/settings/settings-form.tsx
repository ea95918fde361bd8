import type { ProposalChoicesView } from '@draftsmith/contracts';
import { useId } from 'react';
import { Field } from '../../access/field.tsx';
import { Choice } from '../../decision-form/choice.tsx';
import { NumberInput } from '../../decision-form/number-input.tsx';
import { Part } from '../../decision-form/part.tsx';
import { PickedList } from '../../decision-form/picked-list.tsx';
import { TextArea } from '../../decision-form/text-area.tsx';
import { useI18n } from '../../i18n/context.tsx';
import { linesOf } from '../../rules/fields.ts';
import { AccentField } from './accent-field.tsx';
import { ApprovalFields } from './approval-fields.tsx';
import { LocaleFields } from './locale-fields.tsx';
import type { SettingsFields, SettingsMistake } from './settings-fields.ts';

export interface SettingsPartProps {
  fields: SettingsFields;
  mistakes: readonly SettingsMistake[];
  /** Null for whoever may only look. */
  onChange: ((part: Partial<SettingsFields>) => void) | null;
}

/** Everything that an account decides on its proposals, part by part. */
export function SettingsForm({ choices, ...props }: SettingsPartProps & { choices: ProposalChoicesView }) {
  const { m } = useI18n();
  const { parts, hints } = m.proposals.settings;
  return (
    <>
      <Part title={parts.company}>
        <CompanyFields {...props} />
      </Part>
      <Part title={parts.writing}>
        <WritingFields {...props} />
      </Part>
      <Part title={parts.languages} hint={hints.languages}>
        <LocaleFields {...props} />
      </Part>
      <Part title={parts.approval} hint={hints.approval}>
        <ApprovalFields {...props} owners={choices.owners} />
      </Part>
      <Part title={parts.quotes}>
        <QuotesField {...props} />
      </Part>
      <Part title={parts.stages} hint={hints.stages}>
        <StagesField {...props} stages={choices.stages} />
      </Part>
    </>
  );
}

function CompanyFields({ fields, mistakes, onChange }: SettingsPartProps) {
  const { m } = useI18n();
  const { fields: labels, hints } = m.proposals.settings;
  return (
    <>
      <Field
        label={labels.company}
        hint={hints.company}
        value={fields.company}
        onValue={(company) => onChange?.({ company })}
        readOnly={onChange === null}
        autoComplete="off"
        maxLength={200}
      />
      <Field
        label={labels.footer}
        hint={hints.footer}
        value={fields.footer}
        onValue={(footer) => onChange?.({ footer })}
        readOnly={onChange === null}
        autoComplete="off"
        maxLength={300}
      />
      <AccentField
        value={fields.accent}
        wrong={mistakes.includes('accent')}
        onChange={onChange && ((accent) => onChange({ accent }))}
      />
    </>
  );
}

function WritingFields({ fields, onChange }: SettingsPartProps) {
  const { m } = useI18n();
  const { fields: labels, hints, tones } = m.proposals.settings;
  const id = useId();
  return (
    <>
      <Choice
        label={labels.tone}
        hint={hints.tone}
        options={tones}
        value={fields.tone}
        onChange={onChange && ((tone: SettingsFields['tone']) => onChange({ tone }))}
      />
      <TextArea
        label={labels.houseRules}
        hint={hints.houseRules}
        text={fields.houseRules.join('\n')}
        maxLength={10_000}
        onChange={onChange && ((text) => onChange({ houseRules: linesOf(text) }))}
      />
      <div className="field">
        <span className="field-name" id={id}>
          {labels.validDays}
        </span>
        <p className="field-hint">{hints.validDays}</p>
        <NumberInput
          value={fields.validDays}
          max={365}
          labelledBy={id}
          onChange={onChange && ((validDays) => onChange({ validDays }))}
        />
      </div>
    </>
  );
}

function QuotesField({ fields, onChange }: SettingsPartProps) {
  const { m } = useI18n();
  const words = m.proposals.settings;
  return (
    <label className="choice-option">
      <input
        type="checkbox"
        checked={fields.quotes}
        disabled={onChange === null}
        onChange={(event) => onChange?.({ quotes: event.target.checked })}
      />
      <span>
        {words.quotesOn}
        <span className="choice-example">{words.quotesMean}</span>
      </span>
    </label>
  );
}

function StagesField({ fields, onChange, stages }: SettingsPartProps & Pick<ProposalChoicesView, 'stages'>) {
  const { m } = useI18n();
  const words = m.proposals.settings;
  return (
    <PickedList
      label={words.fields.stages}
      ids={fields.stages}
      options={stages}
      onChange={onChange && ((ids) => onChange({ stages: ids }))}
      placeholder={words.pickStage}
      unknownWords={words.noSuchStage}
      noneWords={words.noStages}
    />
  );
}
