import type { Mention } from './mention.ts';
import type { Reader } from './reader.ts';

const NAMED: Readonly<Record<string, number>> = {
  noon: 720,
  midday: 720,
  mittags: 720,
  midi: 720,
  mediodia: 720,
  'meio-dia': 720,
  полдень: 720,
  midnight: 0,
  mitternacht: 0,
  minuit: 0,
  medianoche: 0,
  полночь: 0,
  полуночи: 0,
};

/** Whether a folded word can begin a time of day. */
export function startsTime(word: string): boolean {
  return Object.hasOwn(NAMED, word);
}

/** The time of day that begins at a token: "9:00", "9h30", "5 pm", "9 Uhr", "noon". */
export function readTime(reader: Reader, index: number): Mention | undefined {
  const token = reader.tokens[index];
  if (token?.type === 'time') {
    const [hours = 0, minutes = 0] = token.text.split(/[:h]/).map(Number);
    const half = halfOfDay(reader, index + 1);
    const to = half?.to ?? (/^(?:uhr|h|hs|hrs)$/.test(reader.word(index + 1)) ? index + 2 : index + 1);
    return time({
      from: index,
      to,
      minutes: readings({ hours, minutes, half: half?.half, language: reader.language }),
    });
  }
  if (token?.type === 'number') return fullHour(reader, index);
  const named = token?.type === 'word' ? NAMED[reader.word(index)] : undefined;
  return named === undefined ? undefined : time({ from: index, to: index + 1, minutes: [named] });
}

function fullHour(reader: Reader, index: number): Mention | undefined {
  const hours = Number(reader.word(index));
  // "200 Uhr" is no time of any day, but claims to be one.
  if (Number.isInteger(hours) && reader.word(index + 1) === 'uhr' && !minutesAt(reader, index + 2))
    return time({ from: index, to: index + 2, minutes: [hours * 60] });
  const spelled = spelledOut(reader, index);
  if (spelled) return spelled;
  if (!Number.isInteger(hours) || hours > 24) return undefined;
  const half = halfOfDay(reader, index + 1);
  if (half)
    return time({
      from: index,
      to: half.to,
      minutes: readings({ hours, minutes: 0, half: half.half, language: 'en' }),
    });
  // The first of "9-17 Uhr", "9 to 17:00", "9–5 pm".
  const between = /^(?:between|zwischen|entre|между)$/.test(reader.word(index - 1));
  const joins = between ? /^(?:and|und|et|y|e|и)$/ : /^(?:-|–|—|to|bis|until)$/;
  const end = joins.test(reader.word(index + 1)) ? index + 2 : undefined;
  if (end === undefined) return undefined;
  const isTime =
    reader.tokens[end]?.type === 'time' ||
    (reader.tokens[end]?.type === 'number' &&
      (reader.word(end + 1) === 'uhr' || halfOfDay(reader, end + 1) !== undefined));
  return isTime
    ? time({ from: index, to: index + 1, minutes: hours < 12 ? [hours * 60, (hours + 12) * 60] : [hours * 60] })
    : undefined;
}

/** "8.15 Uhr", "8 h 15", "8 Uhr 15". */
function spelledOut(reader: Reader, index: number): Mention | undefined {
  const dotted = /^([01]?\d|2[0-4])\.([0-5]\d)$/.exec(reader.word(index));
  const behind = reader.word(index + 1);
  if (dotted && /^(?:uhr|h)$/.test(behind))
    return time({ from: index, to: index + 2, minutes: [Number(dotted[1]) * 60 + Number(dotted[2])] });
  if (!/^(?:[01]?\d|2[0-4])$/.test(reader.word(index)) || !/^(?:uhr|h)$/.test(behind)) return undefined;
  if (!minutesAt(reader, index + 2)) return undefined;
  const minutes = Number(reader.word(index)) * 60 + Number(reader.word(index + 2));
  return time({ from: index, to: index + 3, minutes: [minutes] });
}

function minutesAt(reader: Reader, index: number): boolean {
  return /^[0-5]\d$/.test(reader.word(index)) && reader.tokens[index]?.type === 'number';
}

function time({ from, to, minutes }: { from: number; to: number; minutes: readonly number[] }): Mention {
  return { kind: 'time', value: { type: 'time', minutes }, from, to };
}

function halfOfDay(reader: Reader, at: number): { half: 'am' | 'pm'; to: number } | undefined {
  const word = reader.word(at);
  if (word === 'am' || word === 'pm') return { half: word, to: at + 1 };
  if ((word === 'a' || word === 'p') && reader.word(at + 1) === '.' && reader.word(at + 2) === 'm')
    return { half: `${word}m`, to: reader.word(at + 3) === '.' ? at + 4 : at + 3 };
  return undefined;
}

/** English writes "5:00" for both halves of the day. */
function readings({
  hours,
  minutes,
  half,
  language,
}: {
  hours: number;
  minutes: number;
  half?: 'am' | 'pm' | undefined;
  language: string;
}): readonly number[] {
  if (half === 'am') return [(hours % 12) * 60 + minutes];
  if (half === 'pm') return [((hours % 12) + 12) * 60 + minutes];
  const plain = hours * 60 + minutes;
  return language === 'en' && hours < 12 ? [plain, plain + 720] : [plain];
}
