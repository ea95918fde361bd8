import type { TemplateFinding } from '@draftsmith/contracts';
import { LOGO_BYTES, readLogo, validateTemplate } from '@draftsmith/documents';
import { AppError, isAppError } from '@draftsmith/errors';
import { z } from 'zod';
import { hints, line, locale, parsed, words } from './settings-schema.ts';
import type { ProposalTemplate, TemplateChange } from './templates.ts';

/** Bytes. A letterhead with pictures is well below. */
export const MAX_DOCUMENT = 4 * 1024 * 1024;
export const MAX_LOGO = LOGO_BYTES;

const schema = z.object({
  name: line(100).pipe(z.string().min(1, 'expected a name')),
  locale: z.union([z.null(), locale], 'expected a language such as en-GB, or null for every one'),
  terms: words(20_000),
  nextSteps: words(4_000),
  hints,
});

type Content = Omit<ProposalTemplate, 'id' | 'revision'>;

/** What the template is to be, from what it was. @throws AppError `invalid` that says what was expected */
export function changed(
  before: Content | undefined,
  change: TemplateChange,
): { content: Content; findings: readonly TemplateFinding[] } {
  const blank = { name: '', locale: null, terms: '', nextSteps: '', hints: {} };
  const { name, locale: language, terms, nextSteps, hints: given } = { ...blank, ...before, ...defined(change) };
  const text = parsed(schema, { name, locale: language, terms, nextSteps, hints: given }, 'proposal-template.invalid');
  const document = change.document === undefined ? before?.document : (change.document ?? undefined);
  const logo = change.logo === undefined ? before?.logo : (change.logo ?? undefined);
  const findings = change.document ? checkDocument(change.document) : [];
  if (change.logo) checkLogo(change.logo);
  return { content: { ...text, ...(document && { document }), ...(logo && { logo }) }, findings };
}

const defined = (change: TemplateChange) =>
  Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined)) as TemplateChange;

function checkDocument(bytes: Uint8Array): readonly TemplateFinding[] {
  if (bytes.byteLength > MAX_DOCUMENT) throw unusable([{ code: 'too-large', severity: 'error' }]);
  const findings = validateTemplate(bytes);
  if (findings.some(({ severity }) => severity === 'error')) throw unusable(findings);
  return findings;
}

/** A Word file that cannot be used; says everything that is wrong with it at once. */
export class UnusableTemplate extends AppError {
  readonly findings: readonly TemplateFinding[];
  constructor(findings: readonly TemplateFinding[]) {
    super('invalid', 'The Word file cannot be used as it is', { code: 'proposal-template.findings' });
    this.findings = findings;
  }
}

const unusable = (findings: readonly TemplateFinding[]) => new UnusableTemplate(findings);

/** As documents read it: with one that they cannot read no version could be attached any more. */
function checkLogo(bytes: Uint8Array): void {
  try {
    readLogo(bytes);
  } catch (error) {
    if (!isAppError(error)) throw error;
    const message = `${error.message}: expected PNG or JPEG of at most 512 KB`;
    throw new AppError('invalid', message, { code: 'proposal-template.logo' });
  }
}
