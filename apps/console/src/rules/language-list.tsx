import { useMemo } from 'react';
import { PickedList } from '../decision-form/picked-list.tsx';
import { useI18n } from '../i18n/context.tsx';

/** Languages that are told apart, ISO 639-1. */
const CODES = 'en de es fr pt it nl pl ru uk cs sk hu ro bg el tr sv da no fi ja zh ko ar he th hi'.split(' ');

interface LanguageListProps {
  label: string;
  codes: readonly string[];
  onChange: ((codes: string[]) => void) | null;
}

/** Languages by their names in the console's language. */
export function LanguageList({ label, codes, onChange }: LanguageListProps) {
  const { m, f } = useI18n();
  const options = useMemo(
    () =>
      [...new Set([...CODES, ...codes])]
        .map((id) => ({ id, name: f.language(id) }))
        .sort((a, b) => a.name.localeCompare(b.name)),
    [f, codes],
  );
  return (
    <PickedList
      label={label}
      ids={codes}
      options={options}
      onChange={onChange}
      placeholder={m.rules.pickLanguage}
      unknownWords={m.rules.noSuchLanguage}
      noneWords={m.rules.all}
    />
  );
}
