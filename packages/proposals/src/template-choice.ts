import { type ProposalTemplate, STANDARD } from '@draftsmith/proposal-settings';
import type { TemplatesPort } from './ports.ts';

/** Made for this locale, for its language, for every one; the suite's own comes last. */
export function bestTemplate<Template extends { id: string; locale: string | null }>(
  templates: readonly Template[],
  locale: string,
): Template | undefined {
  const rank = ({ id, locale: of }: Template): number => {
    if (id === STANDARD.id) return 3;
    if (of === null) return 2;
    if (of === locale) return 0;
    return languageOf(of) === languageOf(locale) ? 1 : Number.POSITIVE_INFINITY;
  };
  const usable = templates.filter((template) => rank(template) < Number.POSITIVE_INFINITY);
  return usable.toSorted((a, b) => rank(a) - rank(b))[0];
}

/** @returns undefined for an id that cannot be chosen (any more) */
export async function templateFor(
  templates: TemplatesPort,
  where: { connector: string; account: string },
  { templateId, locale }: { templateId?: string | undefined; locale: string },
): Promise<ProposalTemplate | undefined> {
  if (templateId !== undefined) return templates.find(where, templateId);
  const best = bestTemplate(await templates.list(where.connector, where.account), locale);
  return best && templates.find(where, best.id);
}

export function languageOf(locale: string): string {
  return locale.split('-')[0]?.toLowerCase() ?? '';
}
