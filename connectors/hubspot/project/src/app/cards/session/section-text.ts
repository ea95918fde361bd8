import type { RenderedSection } from '@draftsmith/contracts';

/**
 * A section as a person edits it: paragraphs parted by an empty line, entries of a list begun with `- `. Entries that follow
 * each other stay together.
 */
export function sectionText({ paragraphs }: Pick<RenderedSection, 'paragraphs'>): string {
  return paragraphs.reduce((text, { text: words, bullet = false }, at) => {
    const together = bullet && paragraphs[at - 1]?.bullet;
    return `${text}${at === 0 ? '' : together ? '\n' : '\n\n'}${bullet ? '- ' : ''}${words}`;
  }, '');
}
