import type { Choice, DraftingRules } from '@draftsmith/contracts';
import { useId } from 'react';
import { NumberInput } from '../decision-form/number-input.tsx';
import { PickedList } from '../decision-form/picked-list.tsx';
import { useI18n } from '../i18n/context.tsx';

type Pilot = DraftingRules['pilot'];

const START: Record<Pilot['kind'], Pilot> = {
  everybody: { kind: 'everybody' },
  share: { kind: 'share', percent: 10 },
  agents: { kind: 'agents', ids: [] },
};

interface PilotFieldProps {
  pilot: Pilot;
  agents: readonly Choice[];
  onChange: ((pilot: Pilot) => void) | null;
}

/** Everybody, a share of the tickets, or those of some agents. */
export function PilotField({ pilot, agents, onChange }: PilotFieldProps) {
  const { m } = useI18n();
  const id = useId();
  return (
    <fieldset className="choice" disabled={onChange === null}>
      <legend>{m.rules.fields.pilot}</legend>
      {(Object.keys(START) as Pilot['kind'][]).map((kind) => (
        <label key={kind} className="choice-option">
          <input type="radio" name={id} checked={pilot.kind === kind} onChange={() => onChange?.(START[kind])} />
          <span id={`${id}-${kind}`}>
            {m.rules.pilots[kind].label}
            <span className="choice-example">{m.rules.pilots[kind].example}</span>
          </span>
        </label>
      ))}
      {pilot.kind === 'share' && (
        <p className="share">
          <NumberInput
            value={pilot.percent}
            max={99}
            labelledBy={`${id}-share`}
            onChange={onChange && ((percent) => onChange({ kind: 'share', percent }))}
          />{' '}
          %
        </p>
      )}
      {pilot.kind === 'agents' && (
        <PickedList
          label={m.rules.pilotAgents}
          ids={pilot.ids}
          options={agents}
          onChange={onChange && ((ids) => onChange({ kind: 'agents', ids }))}
          placeholder={m.rules.pick}
          unknownWords={m.rules.unknown}
          noneWords={m.rules.pilotNobody}
          mayType
        />
      )}
    </fieldset>
  );
}
