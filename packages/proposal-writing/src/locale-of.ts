import type { DealContext, ProposalChoices, ProposalSettings } from '@draftsmith/contracts';
import type { ProposalTemplate } from './input.ts';

export interface LocaleChoice {
  deal: Pick<DealContext, 'contacts'>;
  choices: Pick<ProposalChoices, 'locale'>;
  settings: Pick<ProposalSettings, 'locales'>;
  template?: Pick<ProposalTemplate, 'locale'> | undefined;
}

/** BCP 47: what the person chose, else the template's, else the contact's where the company writes it, else its first. */
export function localeOf({ deal, choices, settings, template }: LocaleChoice): string {
  const chosen = choices.locale ?? template?.locale;
  if (chosen) return chosen;
  const theirs = deal.contacts[0]?.locale;
  const same = settings.locales.find((locale) => locale.toLowerCase() === theirs?.replace('_', '-').toLowerCase());
  const near = settings.locales.find((locale) => languageOf(locale) === languageOf(theirs ?? ''));
  return same ?? near ?? settings.locales[0] ?? 'en-US';
}

function languageOf(locale: string): string {
  return locale.toLowerCase().split(/[-_]/)[0] ?? '';
}
