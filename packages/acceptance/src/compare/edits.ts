import type { EditKind } from '@draftsmith/contracts';
import type { Group } from './align.ts';
import { likenessOf } from './align.ts';
import { factsDiffer } from './facts.ts';
import type { Statement } from './statements.ts';

/** A sentence in the place of another one that shares this much with it is that one, said otherwise. */
const REWRITTEN = 0.2;
/** A letter this much longer or shorter is so by more than its words. */
const LENGTH = 0.2;

export interface Compared {
  draft: readonly Statement[];
  reply: readonly Statement[];
  groups: readonly Group[];
  language: string;
}

/** What an agent did to a draft; at least one kind. */
export function editsOf(compared: Compared): EditKind[] {
  const pairs = [...compared.groups, ...rewritten(compared)];
  const { dropped, added } = leftOver(compared, pairs);
  const changed = pairs.filter((pair) => !isSame(compared, pair));
  const longer = sizeOf(compared.reply) / Math.max(1, sizeOf(compared.draft)) - 1;
  const facts = changed.filter((pair) => differs(compared, pair));
  const kinds: [EditKind, boolean][] = [
    ['facts', facts.length > 0],
    ['shortened', dropped || longer < -LENGTH],
    ['extended', added || longer > LENGTH],
    ['reordered', isReordered(compared.groups)],
    ['tone', changed.length > facts.length],
  ];
  const found = kinds.flatMap(([kind, holds]) => (holds ? [kind] : []));
  return found.length > 0 ? found : ['tone'];
}

type Pair = Pick<Group, 'draft' | 'reply'>;

/** Sentences without a partner that stand between the same partners: one in the place of the other. */
function rewritten({ draft, reply, groups }: Compared): Pair[] {
  const partner = new Map(groups.flatMap((group) => group.draft.map((i) => [i, group.reply] as const)));
  const taken = new Set(groups.flatMap((group) => group.reply));
  const found: Pair[] = [];
  for (const [i, statement] of draft.entries()) {
    if (partner.has(i)) continue;
    const before = partner.get(i - 1)?.at(-1) ?? (i === 0 ? -1 : undefined);
    const after = partner.get(i + 1)?.at(0) ?? (i === draft.length - 1 ? reply.length : undefined);
    const at = before !== undefined ? before + 1 : after !== undefined ? after - 1 : -1;
    const other = reply[at];
    if (!other || taken.has(at) || likenessOf(statement, other) < REWRITTEN) continue;
    taken.add(at);
    partner.set(i, [at]);
    found.push({ draft: [i], reply: [at] });
  }
  return found;
}

function leftOver({ draft, reply }: Compared, pairs: readonly Pair[]) {
  const [used, taken] = [new Set(pairs.flatMap((pair) => pair.draft)), new Set(pairs.flatMap((pair) => pair.reply))];
  return {
    dropped: draft.some((_, i) => !used.has(i)),
    added: reply.some((_, j) => !taken.has(j)),
  };
}

function isSame({ draft, reply }: Compared, pair: Pair): boolean {
  const words = (statements: readonly Statement[], at: readonly number[]) =>
    at.flatMap((n) => statements[n]?.words ?? []).join(' ');
  return words(draft, pair.draft) === words(reply, pair.reply);
}

function differs({ draft, reply, language }: Compared, pair: Pair): boolean {
  const text = (statements: readonly Statement[], at: readonly number[]) =>
    at.map((n) => statements[n]?.text ?? '').join(' ');
  return factsDiffer(text(draft, pair.draft), text(reply, pair.reply), language);
}

/** Two sentences that follow each other the other way round. */
function isReordered(groups: readonly Group[]): boolean {
  const order = [...groups].sort((a, b) => first(a.draft) - first(b.draft)).map(({ reply }) => first(reply));
  return order.some((at, i) => i > 0 && at < (order[i - 1] ?? at));
}

function first(at: readonly number[]): number {
  return at[0] ?? 0;
}

function sizeOf(statements: readonly Statement[]): number {
  return statements.reduce((sum, { words }) => sum + words.length, 0);
}
