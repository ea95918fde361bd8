import type { TemplateFinding } from '@draftsmith/contracts';
import type { Paragraph } from './paragraphs.ts';
import { closestName, knowsText, VOCABULARY, type Vocabulary } from './vocabulary.ts';

export interface Checked {
  findings: readonly TemplateFinding[];
  /** Names of texts and loops that are used. */
  used: ReadonlySet<string>;
}

interface Placeholder {
  /** As typed, without its braces. */
  typed: string;
  /** With those that it has. */
  shown: string;
  near: string;
  paragraph: Paragraph;
}

interface Loop extends Placeholder {
  name: string;
  /** Absent for a condition, and for a loop that does not exist: what it holds cannot be judged. */
  holds: Vocabulary | undefined;
  unknown: boolean;
}

/** Placeholders of one part. Each is looked for in all loops that are open: a hostile file opens them without end. */
const MOST = 3_000;

/** Everything that is wrong with the placeholders of one part, at once and in the order in which it stands there. */
export function checkPlaceholders(paragraphs: readonly Paragraph[]): Checked {
  const findings: TemplateFinding[] = [];
  const used = new Set<string>();
  const loops: Loop[] = [];
  const report = (code: TemplateFinding['code'], { shown, near }: Placeholder, more: Partial<TemplateFinding> = {}) =>
    findings.push({ code, severity: 'error', placeholder: shown, near, ...more });
  const scopes = () => [...loops.flatMap(({ holds }) => holds ?? []).reverse(), VOCABULARY];
  const unknown = (placeholder: Placeholder, name: string, loop: boolean) => {
    if (loops.some((loop) => loop.unknown)) return;
    const meant = closestName(name, scopes(), loop);
    report('unknown-placeholder', placeholder, meant === undefined ? {} : { meant });
  };

  const open = (placeholder: Placeholder, name: string, inverted: boolean) => {
    const found = scopes().find((scope) => Object.hasOwn(scope.loops, name) || knowsText(scope, name));
    const holds = found && !inverted && Object.hasOwn(found.loops, name) ? found.loops[name] : undefined;
    if (found) used.add(name);
    else unknown(placeholder, name, true);
    loops.push({ ...placeholder, name, holds, unknown: !found });
  };

  const close = (placeholder: Placeholder, name: string) => {
    const at = name === '' ? loops.length - 1 : loops.findLastIndex((loop) => loop.name === name);
    const loop = loops[at];
    if (!loop) return report('unopened-placeholder', placeholder);
    for (const left of loops.splice(at).slice(1)) report('unclosed-loop', left);
    const [from, to] = [loop.paragraph, placeholder.paragraph];
    // From cell to cell of one table it repeats the rows between; anything else that leaves its cell would tear the table.
    if (from.cell !== to.cell && (from.table === undefined || from.table !== to.table))
      report('loop-outside-row', loop);
    else if (loop.name === 'prices' && from.table === undefined)
      report('loop-outside-row', loop, { severity: 'warning' });
  };

  const pieces = paragraphs.flatMap(piecesOf);
  if (pieces.length > MOST) return { findings: [{ code: 'too-large', severity: 'error' }], used };
  for (const piece of pieces) {
    if (piece.kind !== 'placeholder') {
      report(piece.kind, piece);
      continue;
    }
    const typed = piece.typed.trim();
    const mark = /^[#^/]/.exec(piece.typed)?.[0];
    const name = mark ? piece.typed.slice(1).trim() : typed;
    if (mark === '/') close(piece, name);
    else if (mark) open(piece, name, mark === '^');
    else if (scopes().some((scope) => knowsText(scope, typed))) used.add(typed);
    else unknown(piece, typed, false);
  }
  for (const loop of loops) report('unclosed-loop', loop);
  return { findings, used };
}

type Piece = Placeholder & { kind: 'placeholder' | 'unclosed-placeholder' | 'unopened-placeholder' };

function piecesOf(paragraph: Paragraph): Piece[] {
  const { text } = paragraph;
  const pieces: Piece[] = [];
  const add = (kind: Piece['kind'], from: number, to: number) => {
    const shown = text.slice(from, to).slice(0, 80);
    pieces.push({
      kind,
      shown,
      typed: shown.replace(/^\{\{|\}\}$/g, ''),
      near: wordsAround(text, from, to),
      paragraph,
    });
  };
  let opened: number | undefined;
  for (const { 0: brace, index } of text.matchAll(/\{\{|\}\}/g)) {
    if (brace === '{{') {
      if (opened !== undefined) add('unclosed-placeholder', opened, index);
      opened = index;
    } else if (opened === undefined) add('unopened-placeholder', Math.max(0, index - 30), index + 2);
    else {
      add('placeholder', opened, index + 2);
      opened = undefined;
    }
  }
  if (opened !== undefined) add('unclosed-placeholder', opened, text.length);
  return pieces;
}

/** Characters on each side: enough to find the place with Word's search. */
const AROUND = 40;

function wordsAround(text: string, from: number, to: number): string {
  return text.slice(Math.max(0, from - AROUND), Math.min(text.length, to + AROUND)).trim();
}
