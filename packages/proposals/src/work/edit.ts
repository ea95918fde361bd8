import type { ProposalParagraph, ProposalRequest, ProposalSection } from '@draftsmith/contracts';
import { fillSlots, unboundWords } from '@draftsmith/number-lock';
import { baselinesOf, textOf } from '../edited.ts';
import { refused } from '../problems.ts';
import type { VersionWords } from '../store/version-words.ts';
import { prove, termsOf } from './prove.ts';
import { citedOf, replaced } from './regenerate.ts';
import { withoutSlots, withSlots } from './with-slots.ts';
import { baseOf, templateOf, type Work } from './work.ts';

type Asked = ProposalRequest & { what: 'edit' };

/** A person's own words in place of a section. @returns the number of the version that has them */
export async function edit(work: Work, { version, section: kind, text, confirmed }: Asked): Promise<number> {
  const { operation, versions } = work;
  await work.step('reading');
  const { row, words } = await baseOf(work, version);
  const before = words.content.sections.find((section) => section.kind === kind);
  if (!before) throw refused('no-version');
  const template = await templateOf(work, words);

  await work.step('checking');
  const { paragraphs, unbound } = read(words, before, { text, terms: termsOf(words, template) });
  const meant = words.confirmed[kind] ?? [];
  const asked = unbound.filter((found) => !meant.includes(found));
  if (asked.length > 0 && !confirmed) throw refused('unbound', { words: asked });
  const { refused: _, ...kept } = before;
  const section: ProposalSection = { ...kept, paragraphs, writtenBy: 'person' };
  if (textOf(section) === textOf(before)) return version;

  const sections = replaced(words.content.sections, section);
  const next: VersionWords = {
    ...{ look: words.look, byName: operation.byName, baselines: baselinesOf(sections, words.baselines) },
    confirmed: { ...words.confirmed, [kind]: unbound },
    content: { ...words.content, sections, sources: citedOf(sections, words.content.sources) },
  };
  prove(next, template);
  const { provider, model, modelWritten, revision } = row;
  return versions.add(operation, {
    ...{ how: 'edit', revision, words: next },
    writer: { provider, model, modelWritten, costUsd: '0', completions: [] },
  });
}

interface Typed {
  text: string;
  terms: ReturnType<typeof termsOf>;
}

/** Lines are paragraphs, as the card shows them; one that a person left as it was keeps what it rests on. */
function read({ content }: VersionWords, before: ProposalSection, { text, terms }: Typed) {
  const { facts, locale } = content;
  const shown = new Map(before.paragraphs.map((paragraph) => [fillSlots(paragraph.text, facts, locale), paragraph]));
  const unbound: string[] = [];
  const paragraphs = linesOf(text).map((line): ProposalParagraph => {
    const same = shown.get(line.text);
    const bullet = line.bullet && { bullet: true };
    if (same) return { text: same.text, sources: same.sources, ...bullet };
    const slotted = withSlots(line.text, { before, facts, locale });
    unbound.push(...unboundWords(slotted, terms).map((found) => withoutSlots(found.text, facts, locale)));
    return { text: slotted, sources: [], ...bullet };
  });
  return { paragraphs, unbound: [...new Set(unbound)] };
}

function linesOf(text: string): { text: string; bullet: boolean }[] {
  return text.split(/\r?\n/).flatMap((line) => {
    const [, mark, said = ''] = /^\s*([-•*–]\s+)?(.*?)\s*$/su.exec(line) ?? [];
    return said === '' ? [] : [{ text: said, bullet: mark !== undefined }];
  });
}
