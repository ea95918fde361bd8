import type { ProposalChoicesView } from '@draftsmith/contracts';
import { useId } from 'react';
import { Field } from '../../access/field.tsx';
import { useI18n } from '../../i18n/context.tsx';
import type { SettingsPartProps } from './settings-form.tsx';

/** From which total somebody must agree, and who that is. */
export function ApprovalFields(props: SettingsPartProps & Pick<ProposalChoicesView, 'owners'>) {
  const { fields, mistakes, onChange, owners } = props;
  const { m } = useI18n();
  const words = m.proposals.settings;
  const id = useId();
  const wrong = mistakes.includes('approvalAbove');
  // Whoever was chosen and is not on the list any more still is the choice.
  const isUnknown = fields.approver !== '' && !owners.some((owner) => owner.id === fields.approver);
  return (
    <div className="approval">
      <Field
        label={words.fields.approvalAbove}
        hint={
          <span aria-live="polite" className={wrong ? 'field-mistake' : undefined}>
            {wrong ? words.mistakes.approvalAbove : words.hints.approvalAbove}
          </span>
        }
        value={fields.approvalAbove}
        onValue={(text) => onChange?.({ approvalAbove: text.trim() })}
        aria-invalid={wrong}
        readOnly={onChange === null}
        inputMode="decimal"
        autoComplete="off"
        maxLength={22}
      />
      <div className="field">
        <label htmlFor={id}>{words.fields.approver}</label>
        <select
          id={id}
          value={fields.approver}
          disabled={onChange === null}
          onChange={(event) => onChange?.({ approver: event.target.value })}
        >
          <option value="">{words.noApprover}</option>
          {isUnknown && <option value={fields.approver}>{fields.approver}</option>}
          {owners.map((owner) => (
            <option key={owner.id} value={owner.id}>
              {owner.name}
            </option>
          ))}
        </select>
      </div>
    </div>
  );
}
