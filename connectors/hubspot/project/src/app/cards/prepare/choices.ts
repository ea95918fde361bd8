import type { ProposalChoices, ProposalTone, ProposalView } from '@draftsmith/contracts';
import type { Formats } from '../format/formats.ts';
import type { Messages } from '../i18n/en.ts';

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

export function chosenAtFirst({ templateId, locale, tone, steer }: ProposalChoices): Chosen {
  return { template: templateId ?? AS_SET, locale: locale ?? AS_SET, tone: tone ?? AS_SET, steer: steer ?? '' };
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
  m: Messages,
  formats: Formats,
): { templates: Option[]; locales: Option[]; tones: Option[] } {
  const asSet = (label: string, given: unknown): Option[] => (given === undefined ? [{ label, value: AS_SET }] : []);
  return {
    templates: [
      ...asSet(m.prepare.standardTemplate, defaults.templateId),
      ...templates.map(({ id, name, locale }) => ({
        label: locale ? `${name} · ${formats.language(locale)}` : name,
        value: id,
      })),
    ],
    // The contact's own language stays on offer even where the company has a default.
    locales: [
      { label: m.prepare.contactLanguage, value: AS_SET },
      ...locales.map((tag) => ({ label: formats.language(tag), value: tag })),
    ],
    tones: [
      ...asSet(m.prepare.companyTone, defaults.tone),
      ...Object.entries(m.tones).map(([value, label]) => ({ label, value })),
    ],
  };
}
