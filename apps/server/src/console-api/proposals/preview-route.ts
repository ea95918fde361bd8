import type { ProposalLook } from '@draftsmith/contracts';
import { renderDocx, renderPdf, sampleProposal } from '@draftsmith/documents';
import { AppError } from '@draftsmith/errors';
import type { RequestHandler } from 'express';
import { accountWithDeals } from './account-with-deals.ts';
import type { ProposalRoutesDeps } from './deps.ts';

const TYPES: Record<string, string> = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
};

/** A proposal with invented names, made as a real one would be. */
export function previewRoute({ accounts, templates, settings }: ProposalRoutesDeps): RequestHandler {
  return async (request, response) => {
    const { connector, account } = accountWithDeals(accounts, request);
    const [template, decided] = await Promise.all([
      templates.find({ connector, account }, String(request.params.id)),
      settings.of(connector, account),
    ]);
    const format = String(request.params.format);
    const type = TYPES[format];
    if (!template || !type)
      throw new AppError('not-found', 'There is no such template', { code: 'proposal-template.unknown' });
    const proposal = sampleProposal(localeIn(request.query.locale) ?? template.locale ?? decided.locales[0] ?? 'en-US');
    const { company, footer, accent } = decided;
    const look: ProposalLook = { company, footer, accent, ...(template.logo && { logo: template.logo }) };
    const bytes =
      format === 'pdf'
        ? await renderPdf({ proposal, look })
        : renderDocx({ proposal, look, ...(template.document && { template: template.document }) });
    response.type(type).set('content-disposition', `inline; filename="preview.${format}"`).send(Buffer.from(bytes));
  };
}

function localeIn(value: unknown): string | undefined {
  try {
    return typeof value === 'string' && value !== '' ? Intl.getCanonicalLocales(value)[0] : undefined;
  } catch {
    throw new AppError('invalid', 'Expected a language such as en-GB', { code: 'request.invalid' });
  }
}
