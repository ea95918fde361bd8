import { Choice } from '../decision-form/choice.tsx';
import { EntryList } from '../decision-form/entry-list.tsx';
import { useI18n } from '../i18n/context.tsx';
import { CountryList } from './country-list.tsx';
import type { PolicyFields } from './fields.ts';

interface PolicyFormProps {
  fields: PolicyFields;
  /** Null for whoever may only look. */
  onChange: ((part: Partial<PolicyFields>) => void) | null;
  /** What proposals may say is decided elsewhere, and nothing of it can be chosen. */
  isDeals: boolean;
}

/** Everything that an account decides, in two parts: what leaves, and what may be said. */
export function PolicyForm({ fields, onChange, isDeals }: PolicyFormProps) {
  const { m } = useI18n();
  const { fields: labels, hints } = m.policy;
  const set = <Name extends keyof PolicyFields>(name: Name) =>
    onChange && ((value: PolicyFields[Name]) => onChange({ [name]: value }));
  return (
    <>
      <section className="policy-part" aria-labelledby="policy-privacy">
        <h2 id="policy-privacy">{m.policy.privacy}</h2>
        <EntryList label={labels.allow} hint={hints.allow} entries={fields.allow} onChange={set('allow')} />
        <EntryList label={labels.deny} hint={hints.deny} entries={fields.deny} onChange={set('deny')} />
        <CountryList label={labels.regions} hint={hints.regions} codes={fields.regions} onChange={set('regions')} />
        <Choice
          label={labels.surrogates}
          hint={hints.surrogates}
          options={m.policy.surrogates}
          value={fields.surrogates}
          onChange={set('surrogates')}
        />
      </section>
      {isDeals ? <p className="hint">{m.policy.ofProposals}</p> : <TruthPart fields={fields} onChange={onChange} />}
    </>
  );
}

function TruthPart({ fields, onChange }: Omit<PolicyFormProps, 'isDeals'>) {
  const { m } = useI18n();
  const { fields: labels, hints } = m.policy;
  const set = <Name extends keyof PolicyFields>(name: Name) =>
    onChange && ((value: PolicyFields[Name]) => onChange({ [name]: value }));
  return (
    <section className="policy-part" aria-labelledby="policy-truth">
      <h2 id="policy-truth">{m.policy.truth}</h2>
      <Choice
        label={labels.unsupported}
        hint={hints.unsupported}
        options={m.policy.unsupported}
        value={fields.unsupported}
        onChange={set('unsupported')}
      />
      <EntryList
        label={labels.allowedLinks}
        hint={hints.allowedLinks}
        entries={fields.allowedLinks}
        onChange={set('allowedLinks')}
      />
      <SecondOpinion value={fields.secondOpinion} onChange={set('secondOpinion')} />
    </section>
  );
}

function SecondOpinion({ value, onChange }: { value: boolean; onChange: ((value: boolean) => void) | null }) {
  const { m } = useI18n();
  return (
    <fieldset className="choice" disabled={onChange === null}>
      <legend>{m.policy.fields.secondOpinion}</legend>
      <label className="choice-option">
        <input type="checkbox" checked={value} onChange={(event) => onChange?.(event.target.checked)} />
        <span>
          {m.policy.hints.secondOpinion}
          <span className="choice-example">{m.policy.secondOpinionCost}</span>
        </span>
      </label>
    </fieldset>
  );
}
