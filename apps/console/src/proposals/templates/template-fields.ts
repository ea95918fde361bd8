import type { ProposalTemplateView, TemplateText } from '@draftsmith/contracts';

/** A template's words as the form sees them; `locale` is empty for every language. */
export type TemplateFields = Omit<TemplateText, 'locale'> & { locale: string };
export type TemplateField = keyof TemplateFields;

export const STANDARD_ID = 'standard';

export function fieldsOf({ name, locale, terms, nextSteps, hints }: TemplateText): TemplateFields {
  return { name, locale: locale ?? '', terms, nextSteps, hints };
}

/** Hints that say nothing are none. */
export function textOf({ locale, hints, ...rest }: TemplateFields): TemplateText {
  const said = Object.entries(hints).filter(([, hint]) => hint.trim() !== '');
  return { ...rest, locale: locale === '' ? null : locale, hints: Object.fromEntries(said) };
}

/** The words of a template without what makes it this one, for a copy or for making it again. */
export function copyOf({ name, locale, terms, nextSteps, hints }: ProposalTemplateView): TemplateText {
  return { name, locale, terms, nextSteps, hints };
}
