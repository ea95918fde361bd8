import type { Choice, DraftingRules, Voice } from '@draftsmith/contracts';
import { type ReactNode, useId } from 'react';
import { PickedList } from '../decision-form/picked-list.tsx';
import { useI18n } from '../i18n/context.tsx';
import { HouseRulesField, SignatureField } from './voice-fields.tsx';

type Voices = DraftingRules['brandVoices'];
type Own = Partial<Voice>;

interface BrandVoicesProps {
  voices: Voices;
  brands: readonly Choice[];
  onChange: ((voices: Voices) => void) | null;
}

/** Brands that sound otherwise: each with what differs, and nothing of the rest. */
export function BrandVoices({ voices, brands, onChange }: BrandVoicesProps) {
  const { m } = useI18n();
  const ids = Object.keys(voices);
  const nameOf = (id: string) => brands.find((brand) => brand.id === id)?.name ?? id;
  return (
    <>
      <PickedList
        label={m.rules.fields.brandVoices}
        ids={ids}
        options={brands}
        onChange={onChange && ((wanted) => onChange(Object.fromEntries(wanted.map((id) => [id, voices[id] ?? {}]))))}
        placeholder={m.rules.pick}
        unknownWords={m.rules.unknown}
        mayType
      />
      {ids.map((id) => (
        <BrandVoice
          key={id}
          name={nameOf(id)}
          own={voices[id] ?? {}}
          onChange={onChange && ((own) => onChange({ ...voices, [id]: own }))}
        />
      ))}
    </>
  );
}

function BrandVoice({ name, own, onChange }: { name: string; own: Own; onChange: ((own: Own) => void) | null }) {
  const { m } = useI18n();
  const { fields: labels } = m.rules;
  const put = onChange && ((part: Own) => onChange({ ...own, ...part }));
  const drop = (part: keyof Own) => {
    const { [part]: _, ...rest } = own;
    onChange?.(rest);
  };
  return (
    <section className="brand-voice" aria-label={name}>
      <h3 dir="auto">{name}</h3>
      <div className="brand-selects">
        <OwnSelect
          label={labels.tone}
          options={m.rules.tones}
          value={own.tone}
          onChange={put && ((tone: Voice['tone'] | undefined) => (tone ? put({ tone }) : drop('tone')))}
        />
        <OwnSelect
          label={labels.address}
          options={m.rules.addresses}
          value={own.address}
          onChange={put && ((address: Voice['address'] | undefined) => (address ? put({ address }) : drop('address')))}
        />
      </div>
      <OwnPart
        label={m.rules.ownHouseRules}
        on={own.houseRules !== undefined}
        onSwitch={put && ((on) => (on ? put({ houseRules: [] }) : drop('houseRules')))}
      >
        <HouseRulesField value={own.houseRules ?? []} onChange={put && ((houseRules) => put({ houseRules }))} />
      </OwnPart>
      <OwnPart
        label={m.rules.ownSignature}
        on={own.signature !== undefined}
        onSwitch={put && ((on) => (on ? put({ signature: '' }) : drop('signature')))}
      >
        <SignatureField value={own.signature ?? ''} onChange={put && ((signature) => put({ signature }))} />
      </OwnPart>
    </section>
  );
}

interface OwnSelectProps<Value extends string> {
  label: string;
  options: Readonly<Record<Value, { label: string }>>;
  value: Value | undefined;
  onChange: ((value: Value | undefined) => void) | null;
}

function OwnSelect<Value extends string>({ label, options, value, onChange }: OwnSelectProps<Value>) {
  const { m } = useI18n();
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        value={value ?? ''}
        disabled={onChange === null}
        onChange={(event) => onChange?.((event.target.value || undefined) as Value | undefined)}
      >
        <option value="">{m.rules.asAccount}</option>
        {(Object.keys(options) as Value[]).map((option) => (
          <option key={option} value={option}>
            {options[option].label}
          </option>
        ))}
      </select>
    </div>
  );
}

interface OwnPartProps {
  label: string;
  on: boolean;
  onSwitch: ((on: boolean) => void) | null;
  children: ReactNode;
}

function OwnPart({ label, on, onSwitch, children }: OwnPartProps) {
  return (
    <>
      <label className="choice-option">
        <input
          type="checkbox"
          checked={on}
          disabled={onSwitch === null}
          onChange={(event) => onSwitch?.(event.target.checked)}
        />
        <span>{label}</span>
      </label>
      {on && children}
    </>
  );
}
