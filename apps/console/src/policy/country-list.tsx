import { COUNTRIES } from '@draftsmith/contracts';
import { useMemo } from 'react';
import { PickedList } from '../decision-form/picked-list.tsx';
import { useI18n } from '../i18n/context.tsx';

interface CountryListProps {
  label: string;
  hint: string;
  /** ISO 3166-1 alpha-2. */
  codes: readonly string[];
  onChange: ((codes: string[]) => void) | null;
}

/** Countries by their names in the console's language. */
export function CountryList({ label, hint, codes, onChange }: CountryListProps) {
  const { m, f } = useI18n();
  const countries = useMemo(
    () => COUNTRIES.map((id) => ({ id, name: f.country(id) })).sort((a, b) => a.name.localeCompare(b.name)),
    [f],
  );
  return (
    <PickedList
      label={label}
      hint={hint}
      ids={codes}
      options={countries}
      onChange={onChange}
      placeholder={m.policy.chooseCountry}
      unknownWords={m.policy.noSuchCountry}
    />
  );
}
