/** Abbreviations after which `Intl.Segmenter` sees the end of a sentence where none is. */
const ABBREVIATION =
  /(?:^|[\s(«"„“])(?:\p{Ll}|e\.\s?g|i\.\s?e|[zd]\.\s?[Bh]|bzw|ggf|inkl|zzgl|ca|evtl|Nr|No|Mr|Mrs|Ms|Dr|Sr|Sra|Prof|p\.\s?ej|p\.\s?ex|aprox|руб|ул|стр)\.$/u;
const LIST_ITEM = /^\s*(?:[-*•–—]|\d{1,2}[.)])\s+/;

/** Plain text with one kind of line break and bullet, and never more than one blank line in a row. */
export function tidy(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/[ \t\u00a0]+$/gm, '')
    .replace(/^[ \t]*[•*–—][ \t]+/gm, '- ')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

export function isListItem(line: string): boolean {
  return LIST_ITEM.test(line);
}

/** Blocks that stand or fall together: a paragraph, or a list with the line that leads into it. */
export function blocks(text: string): string[] {
  const found: string[] = [];
  for (const paragraph of tidy(text).split(/\n{2,}/)) {
    const previous = found.at(-1);
    const belongs = isListItem(paragraph) && previous !== undefined && (previous.endsWith(':') || endsInList(previous));
    if (belongs) found[found.length - 1] = `${previous}${endsInList(previous) ? '\n' : '\n\n'}${paragraph}`;
    else if (paragraph !== '') found.push(paragraph);
  }
  return found;
}

function endsInList(block: string): boolean {
  return isListItem(block.slice(block.lastIndexOf('\n') + 1));
}

/** Whole sentences of one line, in order; joined with a space they give the line back. A list item is one sentence. */
export function sentences(line: string, language: string): string[] {
  if (isListItem(line)) return [line];
  const found: string[] = [];
  for (const { segment } of new Intl.Segmenter(language, { granularity: 'sentence' }).segment(line)) {
    const previous = found.at(-1);
    if (previous !== undefined && ABBREVIATION.test(previous))
      found[found.length - 1] = `${previous} ${segment.trim()}`;
    else if (segment.trim() !== '') found.push(segment.trim());
  }
  return found;
}

export function allSentences(text: string, language: string): string[] {
  return text.split('\n').flatMap((line) => sentences(line, language));
}

export function wordCount(text: string): number {
  return text.match(/\S+/g)?.length ?? 0;
}

export function capitalise(text: string): string {
  const first = String.fromCodePoint(text.codePointAt(0) ?? 32);
  return first.toLocaleUpperCase() + text.slice(first.length);
}

export function uncapitalise(text: string): string {
  const first = String.fromCodePoint(text.codePointAt(0) ?? 32);
  return first.toLocaleLowerCase() + text.slice(first.length);
}
