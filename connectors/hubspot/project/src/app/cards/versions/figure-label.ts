import type { Messages } from '../i18n/en.ts';

/** A fact's key (`total.once.gross`, `item.2.price`) in words; what has none here is shown as it came. */
export function figureLabel(key: string, m: Messages): string {
  const { figures, rhythms } = m;
  const fixed = figures.fixed[key];
  if (fixed) return fixed;
  const [, group, of = '', property = ''] = /^(total|item)\.(\w+)\.(\w+)$/.exec(key) ?? [];
  const name = figures.properties[property];
  if (!name) return key;
  // Keys have no hyphens, rhythms have.
  return group === 'item' ? figures.item(of, name) : figures.total(rhythms[of.replaceAll('_', '-')] ?? of, name);
}
