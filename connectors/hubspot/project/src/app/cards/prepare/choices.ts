import type { ProposalChoices, ProposalTone, ProposalView } from '@draftsmith/contracts';
import type { Words } from '../parts/words.ts';

/** Stands for "as it is set elsewhere": a select cannot have no value. */
export const AS_SET = 'as-set';

/** Characters that the server takes. */
export const MOST_STEER = 300;

/** What the form holds. */
export interface Chosen {
  template: string;
  locale: string;
  tone: string;
  steer: string;
}

/** Template and language are left to the server: the template that fits changes with the language. */
export function chosenAtFirst({ tone, steer }: ProposalChoices): Chosen {
  return { template: AS_SET, locale: AS_SET, tone: tone ?? AS_SET, steer: steer ?? '' };
}

export function choicesOf({ template, locale, tone, steer }: Chosen): ProposalChoices {
  const said = steer.trim();
  return {
    ...(template !== AS_SET && { templateId: template }),
    ...(locale !== AS_SET && { locale }),
    ...(tone !== AS_SET && { tone: tone as ProposalTone }),
    ...(said !== '' && { steer: said }),
  };
}

type Option = { label: string; value: string };

export function optionsOf(
  { templates, locales, defaults }: Pick<ProposalView, 'templates' | 'locales' | 'defaults'>,
  chosen: Pick<Chosen, 'locale'>,
  { m, formats }: Words,
): Record<'template' | 'locale' | 'tone', Option[]> {
  const contactLanguage = m.prepare.contactLanguage(defaults.locale && formats.language(defaults.locale));
  // Which one fits another language is the server's to say.
  const fitting = chosen.locale === AS_SET ? templates.find(({ id }) => id === defaults.templateId)?.name : undefined;
  return {
    template: [
      { label: m.prepare.fittingTemplate(fitting), value: AS_SET },
      ...templates.map(({ id, name, locale }) => ({
        label: locale ? `${name} · ${formats.language(locale)}` : name,
        value: id,
      })),
    ],
    locale: [
      { label: contactLanguage, value: AS_SET },
      ...locales.map((tag) => ({ label: formats.language(tag), value: tag })),
    ],
    tone: [
      ...(defaults.tone === undefined ? [{ label: m.prepare.companyTone, value: AS_SET }] : []),
      ...Object.entries(m.tones).map(([value, label]) => ({ label, value })),
    ],
  };
}
