import type { ProposalFile, ProposalLook, RenderedProposal } from '@draftsmith/contracts';
import type { ProposalTemplate } from '@draftsmith/proposal-settings';
import type { VersionWords } from '../store/version-words.ts';
import { renderedOf } from '../view.ts';

/** Makes the bytes. The same input gives the same, for ever. */
export interface Documents {
  docx(given: { proposal: RenderedProposal; look: ProposalLook; template?: Uint8Array }): Uint8Array;
  pdf(given: { proposal: RenderedProposal; look: ProposalLook }): Promise<Uint8Array>;
}

const TYPES = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
} as const;

export interface Rendering {
  words: VersionWords;
  template: ProposalTemplate;
  number: number;
  /** SHA-256 of the content. */
  hash: string;
}

/** A version as files, from what is stored alone: no clock, no settings of today. */
export async function filesOf(
  documents: Documents,
  { words, template, number, hash }: Rendering,
): Promise<ProposalFile[]> {
  const proposal = documentOf(words);
  const look: ProposalLook = { ...words.look, ...(template.logo && { logo: template.logo }) };
  const name = `${slugOf(words)}-proposal-v${number}-${hash.slice(0, 8)}`;
  const docx = documents.docx({ proposal, look, ...(template.document && { template: template.document }) });
  const pdf = await documents.pdf({ proposal, look });
  return [
    { name: `${name}.pdf`, contentType: TYPES.pdf, bytes: pdf },
    { name: `${name}.docx`, contentType: TYPES.docx, bytes: docx },
  ];
}

/** What the customer gets, named part by part: what it rests on stays on the card and in the note. */
function documentOf(words: VersionWords): RenderedProposal {
  const { locale, date, title, facts, prices, template } = words.content;
  const sections = renderedOf(words).map((section) => ({
    kind: section.kind,
    title: section.title,
    paragraphs: section.paragraphs.map(({ text, bullet }) => ({ text, ...(bullet !== undefined && { bullet }) })),
  }));
  return { locale, date, title, sections, facts, prices, template };
}

/** Characters of a file's name. */
const MOST = 60;

/** The deal's name as a file can have it, in any script. */
function slugOf({ content }: Pick<VersionWords, 'content'>): string {
  const name = content.facts.find(({ key }) => key === 'deal.name')?.value ?? content.title;
  const words = name.normalize('NFC').match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  return [...words.join('-').toLowerCase()].slice(0, MOST).join('').replace(/-+$/, '') || 'deal';
}
