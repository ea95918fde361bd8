export function pick<Item>(items: readonly Item[], random: () => number): Item {
  const item = items[Math.floor(random() * items.length)];
  if (item === undefined) throw new RangeError('Nothing to pick from');
  return item;
}

/** Each `#` becomes a digit. */
export function digits(format: string, random: () => number): string {
  return format.replace(/#/g, () => String(Math.floor(random() * 10)));
}
