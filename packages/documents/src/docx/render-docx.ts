import type { ProposalLook, RenderedProposal } from '@draftsmith/contracts';
import { AppError } from '@draftsmith/errors';
import { viewOf } from '../document-view.ts';
import { oneLine } from '../plain-text.ts';
import { ownTemplate } from './own/own-template.ts';
import { CORE, coreProperties } from './properties.ts';
import { type Scope, scopeOf } from './scope.ts';
import type { Entries } from './unzip.ts';
import { compile, readTemplate } from './word-template.ts';
import { zip } from './zip.ts';

/**
 * The proposal as Word file, from the company's own template or else from the suite's. The same input gives the same bytes.
 *
 * Values are text: whatever they contain becomes neither markup nor a field, and no placeholder in them is filled in.
 *
 * @param given.template a .docx or .dotx in which `validateTemplate` finds no error
 * @throws AppError `invalid` for a template that cannot be used, a logo that cannot be shown or an unreadable fact
 */
export function renderDocx({
  proposal,
  look,
  template,
}: {
  proposal: RenderedProposal;
  look: ProposalLook;
  template?: Uint8Array;
}): Uint8Array {
  const view = viewOf(proposal);
  const filled = fill(template ? uploaded(template) : ownTemplate(view, look), scopeOf(view, look));
  if (filled.has(CORE)) filled.set(CORE, encode(coreProperties(view.title, oneLine(look.company), proposal.date)));
  const types = filled.get(TYPES);
  // A .dotx would open as a new template and not as this document.
  if (types)
    filled.set(TYPES, encode(new TextDecoder().decode(types).replace('.template.main+xml', '.document.main+xml')));
  return zip(filled, proposal.date);
}

const TYPES = '[Content_Types].xml';
const encode = (text: string) => new TextEncoder().encode(text);

function uploaded(bytes: Uint8Array): Entries {
  const { entries, findings } = readTemplate(bytes);
  if (!entries || findings.some(({ severity }) => severity === 'error'))
    throw new AppError('invalid', 'The Word template cannot be used', { code: 'documents.template' });
  return entries;
}

function fill(entries: Entries, scope: Scope): Map<string, Uint8Array> {
  try {
    const { files } = compile(entries).render(scope).getZip();
    const written = Object.values(files).filter(({ dir }) => !dir);
    return new Map(written.map((file) => [file.name, file.asUint8Array()]));
  } catch (cause) {
    throw new AppError('invalid', 'The Word template could not be filled in', { code: 'documents.template', cause });
  }
}
