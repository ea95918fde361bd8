import { useId, useMemo } from 'react';
import { PickedList } from '../../decision-form/picked-list.tsx';
import { useI18n } from '../../i18n/context.tsx';
import { localeOptions } from '../locales.ts';
import { withMainLocale } from './settings-fields.ts';
import type { SettingsPartProps } from './settings-form.tsx';

/** In which languages proposals are written: the one that is taken when in doubt, and the others. */
export function LocaleFields({ fields, onChange }: SettingsPartProps) {
  const { m, f } = useI18n();
  const { fields: labels } = m.proposals.settings;
  const { mainLocale, moreLocales } = fields;
  const id = useId();
  const options = useMemo(() => localeOptions(f, [mainLocale, ...moreLocales]), [f, mainLocale, moreLocales]);
  return (
    <>
      <div className="field">
        <label htmlFor={id}>{labels.mainLocale}</label>
        <select
          id={id}
          value={mainLocale}
          disabled={onChange === null}
          onChange={(event) => onChange?.(withMainLocale(fields, event.target.value))}
        >
          {options.map((option) => (
            <option key={option.id} value={option.id}>
              {option.name}
            </option>
          ))}
        </select>
      </div>
      <PickedList
        label={labels.moreLocales}
        ids={moreLocales}
        options={options.filter((option) => option.id !== mainLocale)}
        onChange={onChange && ((ids) => onChange({ moreLocales: ids }))}
        placeholder={m.rules.pickLanguage}
        unknownWords={m.rules.noSuchLanguage}
      />
    </>
  );
}
