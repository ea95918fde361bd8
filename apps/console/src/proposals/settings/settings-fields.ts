import type { ProposalSettings } from '@draftsmith/contracts';

/** Settings as the form sees them. The default language stands apart: of a list, the order means nothing. */
export type SettingsFields = Omit<ProposalSettings, 'locales'> & {
  mainLocale: string;
  moreLocales: readonly string[];
};
export type SettingsField = keyof SettingsFields;

export function fieldsOf({ locales, ...rest }: ProposalSettings): SettingsFields {
  const [mainLocale = 'en-US', ...moreLocales] = locales;
  return { ...rest, mainLocale, moreLocales };
}

export function settingsOf({ mainLocale, moreLocales, ...rest }: SettingsFields): ProposalSettings {
  return { ...rest, locales: [mainLocale, ...moreLocales.filter((locale) => locale !== mainLocale)] };
}

/** Another default language: the one that was it before stays on the list. */
export function withMainLocale({ mainLocale, moreLocales }: SettingsFields, chosen: string): Partial<SettingsFields> {
  const rest = [...new Set([...moreLocales, mainLocale])].filter((locale) => locale !== chosen);
  return { mainLocale: chosen, moreLocales: rest };
}

/** What the server would refuse; each has its words. */
export type SettingsMistake = 'accent' | 'approvalAbove';

export function mistakesOf({ accent, approvalAbove }: SettingsFields): SettingsMistake[] {
  const mistakes: SettingsMistake[] = [];
  if (!isColour(accent)) mistakes.push('accent');
  if (approvalAbove !== '' && !/^\d{1,15}(\.\d{1,6})?$/.test(approvalAbove)) mistakes.push('approvalAbove');
  return mistakes;
}

export function isColour(text: string): boolean {
  return /^#[0-9a-f]{6}$/i.test(text);
}
