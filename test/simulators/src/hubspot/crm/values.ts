import { parseDecimal } from './decimal.ts';
import type { Property } from './property.ts';

interface Problem {
  message: string;
  code: string;
}

/** Notes and other texts with HTML; the limit is documented for notes. */
const LONGEST_TEXT = 65_536;

/** A value as it is kept: always text, nothing for empty. JSON numbers and booleans are taken as their text. */
export function normalise(property: Property, value: unknown): string | null | Problem {
  if (value === null || value === undefined || value === '') return null;
  if (typeof value === 'object') return { message: `${property.name} was not a valid value`, code: 'INVALID_VALUE' };
  const text = String(value);
  switch (property.type) {
    case 'number':
      // The recorded code says "integer" for any number.
      return parseDecimal(text)
        ? text.trim()
        : { message: `${property.name} was not a valid number`, code: 'INVALID_INTEGER' };
    case 'bool':
      return /^(true|false)$/i.test(text)
        ? text.toLowerCase()
        : { message: `${text} was not a valid boolean`, code: 'INVALID_BOOLEAN' };
    case 'datetime':
      return instant(text) ?? { message: `${text} was not a valid long.`, code: 'INVALID_LONG' };
    case 'date':
      return instant(text)?.slice(0, 10) ?? { message: `${text} is not a valid date`, code: 'INVALID_DATE' };
    case 'enumeration':
      return chosen(property, text);
    default:
      return text.length <= LONGEST_TEXT
        ? text
        : {
            message: `Value for ${property.name} is too long (${text.length} > ${LONGEST_TEXT} characters)`,
            code: 'INVALID_LENGTH',
          };
  }
}

/** Milliseconds or ISO 8601, read back as ISO 8601 in UTC without needless zeros. */
function instant(text: string): string | undefined {
  const time = /^-?\d{6,}$/.test(text) ? Number(text) : /^\d{4}-\d\d-\d\d/.test(text) ? Date.parse(text) : Number.NaN;
  if (!Number.isFinite(time) || Math.abs(time) > 8.64e15) return undefined;
  return new Date(time).toISOString().replace('.000Z', 'Z');
}

/** Check boxes keep several values with semicolons. */
function chosen({ name, options }: Property, text: string): string | Problem {
  const wrong = options && text.split(';').find((part) => part !== '' && !options.includes(part));
  if (wrong === undefined || wrong === null) return text;
  return {
    message: `${name}: ${wrong} was not one of the allowed options: [${(options ?? []).join(', ')}]`,
    code: 'INVALID_OPTION',
  };
}
