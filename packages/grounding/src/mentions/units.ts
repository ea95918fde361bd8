import { fold } from '@draftsmith/letters';

export interface Unit {
  dimension:
    | 'duration'
    | 'money'
    | 'percent'
    | 'bytes'
    | 'length'
    | 'mass'
    | 'volume'
    | 'temperature'
    | 'rate'
    | 'energy';
  /** Only amounts of one unit can be equal; within it they are converted by `factor`. */
  unit: string;
  factor: number;
}

const clock = (seconds: number): Unit => ({ dimension: 'duration', unit: 'clock', factor: seconds });
const months = (count: number): Unit => ({ dimension: 'duration', unit: 'month', factor: count });
const money = (unit: string): Unit => ({ dimension: 'money', unit, factor: 1 });
const bytes = (factor: number): Unit => ({ dimension: 'bytes', unit: 'byte', factor });
const BUSINESS_DAY: Unit = { dimension: 'duration', unit: 'business-day', factor: 1 };
const PERCENT: Unit = { dimension: 'percent', unit: '', factor: 1 };
const [MINUTE, HOUR, DAY] = [60, 3_600, 86_400];

/** Folded words; those of one language only stand behind its code. */
const ROWS: readonly (readonly [Unit, string])[] = [
  [
    clock(1),
    'second seconds sec secs sekunde sekunden sek seconde secondes segundo segundos секунда секунды секунд сек',
  ],
  [
    clock(MINUTE),
    'minute minutes min mins minuten minutige minutigen minuto minutos минута минуты минут минуту мин минутах',
  ],
  [
    clock(HOUR),
    'hour hours hr hrs h stunde stunden std stundige stundigen heure heures hora horas час часа часов часы ч часам',
  ],
  [
    clock(DAY),
    `day days tag tage tagen tages tagige tagigen tagiges tagiger kalendertage kalendertagen jour jours journee journees dia dias день дня дней дни
    дням днях сутки суток дневный дневного дневная дневной дневное дневную`,
  ],
  [
    clock(7 * DAY),
    'week weeks woche wochen wochige wochigen semaine semaines semana semanas неделя недели недель неделю неделе недельный недельного недельная',
  ],
  [
    months(1),
    'month months monat monate monaten monats monatige monatigen mois meses месяц месяца месяцев месяцы месячный месячного месячная',
  ],
  [months(3), 'quarter quarters quartal quartale trimestre trimestres квартал квартала кварталов'],
  [
    months(12),
    'year years yr yrs jahr jahre jahren jahres jahrige jahrigen annee annees anos год года лет году летний летняя летнего годовая',
  ],
  [months(12), 'fr:an fr:ans pt:ano es:ano'],
  [months(1), 'es:mes pt:mes'],
  [BUSINESS_DAY, 'werktag werktage werktagen werktags arbeitstag arbeitstage arbeitstagen workday workdays weekday'],
  [PERCENT, '% percent prozent процент процента процентов проценты'],
  [money('EUR'), '€ eur euro euros евро'],
  [money('USD'), '$ usd dollar dollars dolar dolares доллар доллара долларов us$'],
  [money('GBP'), '£ gbp pound pounds pfund'],
  [money('RUB'), '₽ rub rur рубль рубля рублей руб р'],
  [money('BRL'), 'r$ brl real reais reales'],
  [money('CHF'), 'chf franken francs'],
  [money('JPY'), '¥ jpy yen'],
  [money('MXN'), 'mxn pesos peso'],
  [money('PLN'), 'pln zloty zl'],
  [bytes(1), 'kb ko кб'],
  [bytes(1e3), 'mb мб'],
  [bytes(1e3), 'fr:mo'],
  [bytes(1e6), 'gb гб'],
  [bytes(1e6), 'fr:go'],
  [bytes(1e9), 'tb тб'],
  [{ dimension: 'rate', unit: 'bit/s', factor: 1 }, 'mbps mbit мбит mbits'],
  [{ dimension: 'rate', unit: 'bit/s', factor: 1_000 }, 'gbps gbit гбит gbits'],
  [{ dimension: 'length', unit: 'mm', factor: 1 }, 'mm millimeter мм'],
  [{ dimension: 'length', unit: 'mm', factor: 10 }, 'cm zentimeter centimetres centimeters centimetros см'],
  [{ dimension: 'length', unit: 'mm', factor: 1_000 }, 'metre metres meter meters meters metros метр метра метров'],
  [{ dimension: 'length', unit: 'mm', factor: 1_000 }, 'de:m fr:m es:m pt:m en:m ru:м'],
  [{ dimension: 'length', unit: 'mm', factor: 1e6 }, 'km kilometer kilometers kilometres kilometros км'],
  [{ dimension: 'length', unit: 'inch', factor: 1 }, 'inch inches zoll'],
  [{ dimension: 'length', unit: 'mile', factor: 1 }, 'mile miles meilen'],
  [{ dimension: 'mass', unit: 'g', factor: 1 }, 'gram grams gramm г'],
  [
    { dimension: 'mass', unit: 'g', factor: 1_000 },
    'kg kilo kilos kilogram kilograms kilogramm кг килограмм килограммов',
  ],
  [{ dimension: 'mass', unit: 'lb', factor: 1 }, 'lb lbs'],
  [{ dimension: 'volume', unit: 'l', factor: 1 }, 'liter litre liters litres litros л литров'],
  [{ dimension: 'volume', unit: 'l', factor: 0.001 }, 'ml мл'],
  [{ dimension: 'temperature', unit: 'c', factor: 1 }, '°c °'],
  [{ dimension: 'energy', unit: 'kwh', factor: 1 }, 'kwh квтч'],
];

const units = new Map<string, Unit>(
  ROWS.flatMap(([unit, words]) => words.split(/\s+/).map((word) => [word, unit] as const)),
);

/** The unit that a word or sign names. */
export function unitOf(word: string, language: string): Unit | undefined {
  const folded = fold(word);
  return (
    units.get(`${language}:${folded}`) ?? units.get(folded) ?? (language === 'de' ? germanCompound(folded) : undefined)
  );
}

/** "Unterrichtsstunden" are hours. */
function germanCompound(folded: string): Unit | undefined {
  const last = /.{3}(stunden|minuten|wochen|monate|monaten|jahre|jahren|euro)$/.exec(folded)?.[1];
  return last ? units.get(last) : undefined;
}

/** Adjectives that make days business days, before or behind them. */
const BUSINESS = new Set(
  `business working work ouvre ouvres ouvrable ouvrables habil habiles laborable laborables util uteis рабочих рабочий рабочего рабочие рабочим
   рабочая`.split(/\s+/),
);
/** Adjectives that leave the amount as it is. */
const PLAIN = new Set(
  `full calendar consecutive whole complete more additional extra further volle vollen ganze weitere calendaire calendaires complets naturales completos
   consecutivos corridos полных календарных календарный календарного подряд`.split(/\s+/),
);

export function isBusinessWord(word: string): boolean {
  return BUSINESS.has(fold(word));
}

export function isPlainAdjective(word: string): boolean {
  return PLAIN.has(fold(word));
}

/** Business hours and days are never clock hours and days. */
export function asBusiness(unit: Unit): Unit {
  if (unit.unit !== 'clock') return unit;
  if (unit.factor === DAY) return BUSINESS_DAY;
  return unit.factor === HOUR ? { ...unit, unit: 'business-hour', factor: 1 } : unit;
}

/** "per month" and its adjectives, folded; the periods that a price or a limit is for. */
const PERIODS: readonly (readonly [string, string])[] = [
  ['hour', 'hourly stundlich horaire'],
  [
    'day',
    'daily taglich tagliche taglichen quotidien quotidienne quotidiennement diario diaria diariamente ежедневно ежедневный ежедневная',
  ],
  ['week', 'weekly wochentlich wochentliche wochentlichen hebdomadaire semanal semanalmente еженедельно еженедельный'],
  [
    'month',
    'monthly monatlich monatliche monatlichen monatlicher mensuel mensuelle mensuellement mensual mensualmente mensal mensalmente ежемесячно ежемесячный ежемесячная',
  ],
  ['quarter', 'quarterly vierteljahrlich quartalsweise trimestriel trimestral ежеквартально'],
  [
    'year',
    'yearly annual annually jahrlich jahrliche jahrlichen annuel annuelle annuellement anual anualmente ежегодно ежегодный',
  ],
];
const periods = new Map(PERIODS.flatMap(([unit, words]) => words.split(' ').map((word) => [word, unit] as const)));
const PER = new Set(
  'per a each every pro je jeden jede jedes par chaque por al cada ao a в за каждый каждую каждые im / /'.split(' '),
);

export function periodAdjective(word: string): string | undefined {
  return periods.get(fold(word));
}

export function isPer(word: string): boolean {
  return PER.has(fold(word));
}

/** The period of "per <word>". */
export function periodUnit(word: string, language: string): string | undefined {
  const unit = unitOf(word, language);
  if (unit?.dimension !== 'duration') return undefined;
  if (unit.unit === 'month') return unit.factor === 1 ? 'month' : unit.factor === 3 ? 'quarter' : 'year';
  if (unit.unit !== 'clock') return undefined;
  return { [HOUR]: 'hour', [DAY]: 'day', [7 * DAY]: 'week' }[unit.factor];
}
