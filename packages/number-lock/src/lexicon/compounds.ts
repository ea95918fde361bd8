/** Numbers inside one word: "fünfundzwanzig", "zweiwöchig", "двухнедельный", "Jahresende". Folded words. */
const [UNIT, TEEN, TEN] = [
  '(?:ein|zwei|zwo|drei|vier|funf|fuenf|sechs|sieben|acht|neun)',
  '(?:zehn|elf|zwolf|zwoelf|(?:drei|vier|funf|fuenf|sech|sieb|acht|neun)zehn)',
  '(?:(?:zwan|vier|funf|fuenf|sech|sieb|acht|neun)zig|dreissig)',
];
const UNDER_HUNDRED = `(?:${UNIT}und${TEN}|${TEN}|${TEEN}|${UNIT})`;
const NUMBER = `(?:${UNDER_HUNDRED}?(?:hundert|tausend)(?:und)?)*${UNDER_HUNDRED}?`;
const SUFFIX = `(?:s|e|er|en|ern|te[nrsm]?|ste[nrsm]?|s?tel[ns]?|mal|malig\\p{L}*|fach\\p{L}*|prozent\\p{L}*|(?:tag|woch|monat|jahr|stund|minut|teil|stuf|stell|kopf|gleis|zeil|spalt)ig\\p{L}*|wochentlich\\p{L}*|monatlich\\p{L}*|jahrlich\\p{L}*|erlei|er(?:gruppe|team|paket|pack)\\p{L}*)?`;
const GERMAN_NUMBER = new RegExp(`^${NUMBER}${SUFFIX}$`, 'u');
/** "einfach", "zweite", "achten": begin like numbers and are none, or only an order. */
const GERMAN_WORDS =
  /^(?:ein(?!und|hundert|tausend)\p{L}*|zweite[nrsm]?s?|zweitens|achte[nts]?|achtet|elfen|e|s|en|er|ern|mal|fach\p{L}*|te[nrsm]?|ste[nrsm]?|s?tel[ns]?|prozent\p{L}*|.{0,3})$/u;
const GERMAN_SHORT_NUMBERS = /^(?:zwo|elf)$/;

/** "Werktage", "Jahresende"; words that only end so are idioms of the lexicon. */
const GERMAN_TIME =
  /^(?:\p{L}{3,}(?:tag|tage|tagen|tages|woche|wochen|monat|monate|monats|monaten|jahr|jahre|jahres|jahren|stunde|stunden|minuten|quartal|quartals)|(?:jahres|monats|quartals|wochen|tages)(?:ende|mitte|anfang|beginn|frist|schluss|wechsel|gebuhr|preis|satz|beitrag|miete|rate|zahlung|abrechnung|lizenz|abo|pauschale)\p{L}{0,2})$/u;
const GERMAN_DISCOUNT = /^\p{L}{3,}(?:rabatt|rabatte|rabatts|nachlass|skonto)$/u;

const RUSSIAN_NUMBER =
  /^(?:(?:двух|трех|четырех|пяти|шести|семи|восьми|девяти|\p{L}{2,}надцати|двадцати|тридцати|сорока|\p{L}{3,}десяти|десяти|девяносто|тысяче|полутора|много?сот)(?!н[ао]в|сторон|фактор|смысл|мерн|уголь|класс|тся$|ться$|лет\p{L}*н?ий$)\p{L}{3,}|(?:одно|дву|сто|полу)(?:дневн|недельн|месячн|годич|годов|летн|часов|минутн|кратн|процентн)\p{L}*)$/u;
/** Begin like "семи" and "десяти". */
const RUSSIAN_WORDS = /^(?:семин|семит|семио|семис|девятип|десятин|пятит)/u;

/** What a folded compound word states, where it states a value or a time. */
export function compoundCategory(word: string): 'number' | 'duration' | 'discount' | undefined {
  if (/^\p{Script=Cyrillic}/u.test(word))
    return RUSSIAN_NUMBER.test(word) && !RUSSIAN_WORDS.test(word) ? 'number' : undefined;
  if (GERMAN_SHORT_NUMBERS.test(word)) return 'number';
  if (GERMAN_NUMBER.test(word) && !GERMAN_WORDS.test(word)) return 'number';
  if (GERMAN_TIME.test(word)) return 'duration';
  return GERMAN_DISCOUNT.test(word) ? 'discount' : undefined;
}
