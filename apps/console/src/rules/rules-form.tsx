import { Choice } from '../decision-form/choice.tsx';
import { Part } from '../decision-form/part.tsx';
import { PickedList } from '../decision-form/picked-list.tsx';
import { useI18n } from '../i18n/context.tsx';
import { BrandVoices } from './brand-voices.tsx';
import { CapField } from './cap-field.tsx';
import { PICKED, type PickedField, type RulesFields } from './fields.ts';
import { LanguageList } from './language-list.tsx';
import { PilotField } from './pilot-field.tsx';
import type { Choices } from './use-choices.ts';
import { VoiceFields } from './voice-fields.tsx';

interface RulesFormProps {
  fields: RulesFields;
  choices: Choices;
  /** Null for whoever may only look. */
  onChange: ((part: Partial<RulesFields>) => void) | null;
}

/** Everything that an account decides on its drafts: for whom, when, where, how many, and how they sound. */
export function RulesForm({ fields, choices, onChange }: RulesFormProps) {
  const { m } = useI18n();
  const { fields: labels, hints, parts } = m.rules;
  const set = <Name extends keyof RulesFields>(name: Name) =>
    onChange && ((value: RulesFields[Name]) => onChange({ [name]: value }));
  const picked = (name: PickedField, noneWords: string) => (
    <PickedList
      key={name}
      label={labels[name]}
      ids={fields[name]}
      options={choices.lists[PICKED[name]]}
      onChange={set(name)}
      placeholder={m.rules.pick}
      unknownWords={m.rules.unknown}
      noneWords={noneWords}
      mayType
    />
  );
  return (
    <>
      <Part title={parts.only} hint={hints.only}>
        {(['brands', 'groups', 'forms', 'channels', 'tags'] as const).map((name) => picked(name, m.rules.all))}
        <LanguageList label={labels.languages} codes={fields.languages} onChange={set('languages')} />
      </Part>
      <Part title={parts.never} hint={hints.never}>
        {(['neverTags', 'neverGroups', 'neverChannels'] as const).map((name) => picked(name, m.policy.none))}
      </Part>
      <Part title={parts.when}>
        <Choice
          label={labels.when}
          hint={hints.when}
          options={m.rules.when}
          value={fields.when}
          onChange={set('when')}
        />
        <Choice
          label={labels.deliver}
          hint={hints.deliver}
          options={m.rules.deliver}
          value={fields.deliver}
          onChange={set('deliver')}
        />
      </Part>
      <Part title={parts.limits} hint={hints.limits}>
        <CapField label={labels.perResource} value={fields.perResource} onChange={set('perResource')} />
        <CapField label={labels.perHour} value={fields.perHour} onChange={set('perHour')} />
      </Part>
      <Part title={parts.pilot} hint={hints.pilot}>
        <PilotField pilot={fields.pilot} agents={choices.lists.agents} onChange={set('pilot')} />
      </Part>
      <Part title={parts.voice} hint={hints.voice}>
        <VoiceFields voice={fields} onChange={onChange} />
      </Part>
      <Part title={parts.brands} hint={hints.brands}>
        <BrandVoices voices={fields.brandVoices} brands={choices.lists.brands} onChange={set('brandVoices')} />
      </Part>
    </>
  );
}
