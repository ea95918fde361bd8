import type { RenderedSection } from '@draftsmith/contracts';

/**
 * A section as a person edits it and the server reads it back: a line is a paragraph, `- ` begins an entry of a list. Empty
 * lines part them for the eye only.
 */
export function sectionText({ paragraphs }: Pick<RenderedSection, 'paragraphs'>): string {
  return paragraphs.reduce((text, { text: words, bullet = false }, at) => {
    const together = bullet && paragraphs[at - 1]?.bullet;
    return `${text}${at === 0 ? '' : together ? '\n' : '\n\n'}${bullet ? '- ' : ''}${words}`;
  }, '');
}
