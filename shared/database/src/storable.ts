/**
 * The value as PostgreSQL can store it: text there knows no U+0000, and JSON no half of a surrogate pair, which is what
 * cutting a text in the middle of an emoji leaves. One such text would fail a whole batch. Reaches into lists and plain
 * objects; dates and other values pass as they are.
 */
export function storable<Value>(value: Value): Value {
  return clean(value) as Value;
}

function clean(value: unknown): unknown {
  if (typeof value === 'string') return value.replaceAll('\0', '').toWellFormed();
  if (Array.isArray(value)) return value.map(clean);
  if (typeof value !== 'object' || value === null || Object.getPrototypeOf(value) !== Object.prototype) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, clean(inner)]));
}
