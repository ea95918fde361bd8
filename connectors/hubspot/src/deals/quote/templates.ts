import { AppError } from '@draftsmith/errors';
import type { CrmObject } from '../../client/schemas.ts';
import type { HubSpotClient } from '../../client.ts';
import { UNCONFIRMED } from '../facts.ts';
import { propertyOf } from '../properties.ts';

/** Which of HubSpot's two kinds of quotes to try, with the template that it needs. */
export interface QuoteTemplate {
  product: 'cpq' | 'legacy';
  id: string;
}

/**
 * No call tells which kind an account has: its templates do. The newer kind first; where an account has templates of both,
 * only trying shows which may be made.
 *
 * @throws AppError `invalid` with code `hubspot.no-quote-template`
 */
export async function quoteTemplates(
  client: HubSpotClient,
  locale: string,
  signal: AbortSignal,
): Promise<QuoteTemplate[]> {
  const templates = await client.list('quote_templates', ['hs_type', 'hs_active', 'hs_language', 'hs_locale'], signal);
  const active = templates.filter((template) => propertyOf(template, 'hs_active') !== 'false');
  const ofType = (isType: (type: string) => boolean) =>
    active.filter((one) => isType(propertyOf(one, 'hs_type') ?? ''));
  const cpq = inLanguage(
    ofType((type) => type.toLowerCase() === UNCONFIRMED.cpqTemplate),
    locale,
  );
  const legacy = inLanguage(
    ofType((type) => UNCONFIRMED.legacyTemplate.test(type)),
    locale,
  );
  if (!cpq && !legacy)
    throw new AppError('invalid', 'This HubSpot account has no quote template, and a quote needs one', {
      code: 'hubspot.no-quote-template',
    });
  return [
    ...(cpq ? [{ product: 'cpq', id: cpq.id } as const] : []),
    ...(legacy ? [{ product: 'legacy', id: legacy.id } as const] : []),
  ];
}

/** The template says in which language the quote is; the first one where none fits. */
function inLanguage(templates: readonly CrmObject[], locale: string): CrmObject | undefined {
  const language = locale.toLowerCase().split('-')[0];
  return templates.find((template) => propertyOf(template, 'hs_language')?.toLowerCase() === language) ?? templates[0];
}
