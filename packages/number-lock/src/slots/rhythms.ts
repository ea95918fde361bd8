import type { Fact } from '@draftsmith/contracts';
import { fold } from '@draftsmith/letters';
import type { Prose, Stated } from '../read/prose.ts';
import type { FactSpan } from '../terms.ts';

const WORDS: Readonly<Record<string, string>> = {
  week: `week weekly woche wochentlich wochentliche wochentlichen semaine hebdomadaire semana semanal semanalmente semanales неделю еженедельно еженедельный
    еженедельная еженедельной`,
  month: `month monthly monat monatlich monatliche monatlichen monatlicher mois mensuel mensuelle mensuels mensuelles mensuellement mes mensual mensuales mensualidad mensualidades mensualite mensualites mensalidade mensalidades
    mensualmente mensal mensais mensalmente месяц ежемесячно ежемесячный ежемесячная ежемесячной ежемесячную ежемесячного ежемесячные`,
  quarter: `quarter quarterly quartal vierteljahrlich trimestre trimestriel trimestrielle trimestral квартал ежеквартально ежеквартальный`,
  year: `year yearly annual annually annum jahr jahrlich jahrliche jahrlichen jahrlicher an annee annuel annuelle annuels annuellement ano anual anuales
    anualmente anuais год ежегодно ежегодный ежегодная годовой годовая годовую`,
};
const RHYTHM_OF = new Map(
  Object.entries(WORDS).flatMap(([rhythm, words]) => words.split(/\s+/).map((word) => [fold(word), rhythm] as const)),
);
/** "per month", "im Monat", "au mois", "a la semana", "в месяц": words that may stand between an amount and its period. */
const PER = /^(?:per|a|each|every|\/|pro|je|im|jeden|par|chaque|au|al|a|la|l|'|’|por|cada|ao|à|в|за|каждый)$/u;
/** Before an amount fewer of them do: "in a month you pay" is a date. */
const EACH = /^(?:per|each|every|pro|je|jeden|par|chaque|por|cada|каждый)$/u;
const FARTHEST_BEFORE = 4;
const NEAREST_BEHIND = 4;

/** Whether a word of a period says how often the amount beside it is paid, as its fact does. */
export function saysRhythm(prose: Prose, stated: Stated, facts: readonly Fact[]): boolean {
  if (stated.category !== 'duration' && stated.category !== 'period') return false;
  const rhythm = RHYTHM_OF.get(prose.document.reader.word(stated.to - 1));
  if (!rhythm) return false;
  return prose.spans.some((span) => {
    const token = prose.tokenOf(span);
    return (
      token !== undefined &&
      span.facts.some((fact) => fact.kind === 'money' && rhythmOf(fact, facts) === rhythm) &&
      isBeside(prose, stated, token)
    );
  });
}

function isBeside({ document, spanAt }: Prose, { category, from, to }: Stated, slot: number): boolean {
  const words = (start: number, end: number) => {
    const found: number[] = [];
    for (let at = start; at < end; at++) found.push(at);
    return found;
  };
  const { reader } = document;
  if (from > slot)
    return from - slot <= NEAREST_BEHIND && words(slot + 1, from).every((at) => PER.test(reader.word(at)));
  // "a monthly fee of {{total.month.gross}}", "per month you pay {{total.month.gross}}".
  const between = words(to, slot);
  return (
    (category === 'period' || EACH.test(reader.word(from - 1)) || EACH.test(reader.word(from))) &&
    between.length <= FARTHEST_BEFORE &&
    between.every((at) => reader.tokens[at]?.type === 'word' && !spanAt(at))
  );
}

const PERIODS: Readonly<Record<string, string>> = {
  P1W: 'week',
  P7D: 'week',
  P1M: 'month',
  P3M: 'quarter',
  P1Y: 'year',
  P12M: 'year',
};

/** By its key (`total.month.gross`), or for an item by the fact that says it (`item.2.every`). */
function rhythmOf({ key }: Fact, facts: readonly Fact[]): string | undefined {
  const [total] = /^total\.([a-z_-]+)\./.exec(key)?.slice(1) ?? [];
  if (total) return total;
  const item = /^item\.\d+\./.exec(key)?.[0];
  const every = item && facts.find((fact) => fact.key === `${item}every`)?.value;
  return every && PERIODS[every];
}

/** What comes on top of a discount that a fact has is a discount that no fact has. */
const ON_TOP =
  /^(?:additional|extra|further|another|zusatzlich\p{L}*|weiter\p{L}{0,2}|extra\p{L}*|supplementaire\p{L}*|autre|autres|adicional\p{L}*|otro|otra|outro|outra|adiciona\p{L}*|дополнительн\p{L}*|еще|особ\p{L}*|друг\p{L}*)$/u;
const NEAR_DISCOUNT = 5;

/** Whether a word for a discount speaks of one that a slot beside it has. */
export function speaksOfDiscount(prose: Prose, { category, from, to }: Stated): boolean {
  if (category !== 'discount') return false;
  const range = prose.rangeOf(from);
  const { reader } = prose.document;
  for (let at = range.from; at < range.to; at++) if (ON_TOP.test(reader.word(at))) return false;
  const near = prose.spans.flatMap((span: FactSpan) => {
    const token = prose.tokenOf(span);
    if (token === undefined || token < range.from || token >= range.to) return [];
    const distance = token < from ? from - token : token - to + 1;
    const value = span.facts.some(({ kind }) => kind === 'money' || kind === 'percent');
    return value && distance <= NEAR_DISCOUNT ? [{ span, distance }] : [];
  });
  const nearest = near.sort((a, b) => a.distance - b.distance)[0];
  return nearest?.span.facts.some(({ key }) => key.includes('discount')) ?? false;
}
