/** A piece of a draft as a note shows it: the lines of a paragraph, or the items of a list. */
export type DraftBlock =
  | { kind: 'paragraph' | 'bullets'; lines: readonly string[] }
  | { kind: 'numbered'; start: number; lines: readonly string[] };

const MARKERS = {
  bullets: /^\s*[-*•–]\s+(?=\S)/,
  numbered: /^\s*(\d{1,3})[.)]\s+(?=\S)/,
  paragraph: /^\s*/,
} as const;

/** Splits the plain text of a draft into paragraphs and lists. Blank lines part blocks; no word is lost. */
export function draftBlocks(text: string): DraftBlock[] {
  const blocks: { kind: DraftBlock['kind']; start: number; lines: string[] }[] = [];
  let isOpen = false;
  for (const line of text.split(/\r?\n/)) {
    const last = isOpen ? blocks.at(-1) : undefined;
    const kind = kindOf(line);
    if (line.trim() === '') {
      // Also between numbered steps, as models write them: each then begins a list with its own number.
      isOpen = false;
    } else if (last && last.kind !== 'paragraph' && kind === 'paragraph' && /^\s{2,}/.test(line)) {
      last.lines.push(`${last.lines.pop() ?? ''} ${line.trim()}`);
    } else if (last?.kind === kind) {
      last.lines.push(contentOf(line, kind));
    } else {
      const start = Number(MARKERS.numbered.exec(line)?.[1] ?? 1);
      blocks.push({ kind, start, lines: [contentOf(line, kind)] });
      isOpen = true;
    }
  }
  return blocks.map(({ kind, start, lines }) => (kind === 'numbered' ? { kind, start, lines } : { kind, lines }));
}

function kindOf(line: string): DraftBlock['kind'] {
  if (MARKERS.bullets.test(line)) return 'bullets';
  return MARKERS.numbered.test(line) ? 'numbered' : 'paragraph';
}

function contentOf(line: string, kind: DraftBlock['kind']): string {
  return line.replace(MARKERS[kind], '').trimEnd();
}
