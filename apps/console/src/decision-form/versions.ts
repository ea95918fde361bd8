/** Three states of one decision: what both admins began with, what one has on the screen, what the other saved. */
export interface Versions<Fields> {
  base: Fields;
  mine: Fields;
  theirs: Fields;
}

export type Side = 'mine' | 'theirs';

/** A decision as the form sees it: each thing that can be decided by name, a list or one value. */
export type Fields = object;
export type NameOf<F extends Fields> = keyof F & string;

export interface ListChange {
  added: string[];
  removed: string[];
}

export function listChange(from: readonly string[], to: readonly string[]): ListChange {
  return {
    added: to.filter((entry) => !from.includes(entry)),
    removed: from.filter((entry) => !to.includes(entry)),
  };
}

/** Lists of texts are joined and never contest; the order of one means nothing. */
export function isList(value: unknown): value is readonly string[] {
  return Array.isArray(value);
}

export function sameValue(one: unknown, other: unknown): boolean {
  if (!isList(one) || !isList(other)) return textOf(one) === textOf(other);
  const { added, removed } = listChange(one, other);
  return added.length === 0 && removed.length === 0;
}

/** The order of properties means nothing, either: the database has its own. */
function textOf(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    part !== null && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}

export function sameFields<F extends Fields>(one: F, other: F): boolean {
  return namesOf(one).every((name) => sameValue(one[name], other[name]));
}

/** Values that both made differently: a person must say which holds. */
export function contested<F extends Fields>({ base, mine, theirs }: Versions<F>): NameOf<F>[] {
  return namesOf(base).filter(
    (name) =>
      !isList(base[name]) &&
      !sameValue(mine[name], base[name]) &&
      !sameValue(theirs[name], base[name]) &&
      !sameValue(mine[name], theirs[name]),
  );
}

/** What the other admin changed. */
export function theirChanges<F extends Fields>({ base, theirs }: Versions<F>): NameOf<F>[] {
  return namesOf(base).filter((name) => !sameValue(base[name], theirs[name]));
}

/** Both changes together: every entry that one added or removed, every value that one made; `side` decides contests. */
export function joined<F extends Fields>(versions: Versions<F>, side: Side): F {
  const { base, mine, theirs } = versions;
  const disputed = new Set(contested(versions));
  const pick = (name: NameOf<F>): unknown => {
    const [from, own, other] = [base[name], mine[name], theirs[name]];
    if (isList(from) && isList(own) && isList(other)) return joinedList(from, own, other);
    const keepsMine = disputed.has(name) ? side === 'mine' : !sameValue(own, from);
    return keepsMine ? own : other;
  };
  return Object.fromEntries(namesOf(theirs).map((name) => [name, pick(name)])) as F;
}

function joinedList(base: readonly string[], mine: readonly string[], theirs: readonly string[]): string[] {
  const { added, removed } = listChange(base, mine);
  return [...new Set([...theirs.filter((entry) => !removed.includes(entry)), ...added])];
}

function namesOf<F extends Fields>(fields: F): NameOf<F>[] {
  return Object.keys(fields) as NameOf<F>[];
}
