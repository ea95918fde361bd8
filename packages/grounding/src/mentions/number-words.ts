import { fold } from '@draftsmith/letters';

/** Units from 0, tens from 20; `|` between forms. Folded. */
const SMALL: Readonly<Record<string, string>> = {
  en: 'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen',
  de: 'null ein|eine|einen|einem|einer|eines|eins zwei drei|dreier vier funf|fuenf sechs sieben acht neun zehn elf zwolf|zwoelf dreizehn vierzehn funfzehn sechzehn siebzehn achtzehn neunzehn',
  fr: 'zero un|une deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept dix-huit dix-neuf',
  es: 'cero un|uno|una dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciseis diecisiete dieciocho diecinueve',
  pt: 'zero um|uma dois|duas tres quatro cinco seis sete oito nove dez onze doze treze catorze|quatorze quinze dezesseis|dezasseis dezessete|dezassete dezoito dezenove|dezanove',
  ru: `ноль|нуля один|одна|одно|одного|одной|одну|одному два|две|двух|двум|двумя три|трех|трем|тремя четыре|четырех|четырем пять|пяти|пятью шесть|шести|шестью семь|семи|семью
    восемь|восьми девять|девяти десять|десяти одиннадцать|одиннадцати двенадцать|двенадцати тринадцать|тринадцати четырнадцать|четырнадцати
    пятнадцать|пятнадцати шестнадцать|шестнадцати семнадцать|семнадцати восемнадцать|восемнадцати девятнадцать|девятнадцати`,
};
const TENS: Readonly<Record<string, string>> = {
  en: 'twenty thirty forty fifty sixty seventy eighty ninety',
  de: 'zwanzig dreissig vierzig funfzig|fuenfzig sechzig siebzig achtzig neunzig',
  fr: 'vingt|vingts trente quarante cinquante soixante septante octante nonante',
  es: 'veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa',
  pt: 'vinte trinta quarenta cinquenta sessenta setenta oitenta noventa',
  ru: 'двадцать|двадцати тридцать|тридцати сорок|сорока пятьдесят|пятидесяти шестьдесят|шестидесяти семьдесят|семидесяти восемьдесят|восьмидесяти девяносто|девяноста',
};
const LARGE: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  en: { hundred: 100, thousand: 1_000, million: 1_000_000 },
  de: {
    hundert: 100,
    einhundert: 100,
    zweihundert: 200,
    dreihundert: 300,
    funfhundert: 500,
    tausend: 1_000,
    eintausend: 1_000,
    million: 1_000_000,
    millionen: 1_000_000,
  },
  fr: { cent: 100, cents: 100, mille: 1_000, million: 1_000_000, millions: 1_000_000 },
  es: {
    cien: 100,
    ciento: 100,
    doscientos: 200,
    doscientas: 200,
    trescientos: 300,
    cuatrocientos: 400,
    quinientos: 500,
    mil: 1_000,
    millon: 1_000_000,
    millones: 1_000_000,
  },
  pt: {
    cem: 100,
    cento: 100,
    duzentos: 200,
    trezentos: 300,
    quatrocentos: 400,
    quinhentos: 500,
    mil: 1_000,
    milhao: 1_000_000,
    milhoes: 1_000_000,
  },
  ru: {
    сто: 100,
    ста: 100,
    двести: 200,
    двухсот: 200,
    триста: 300,
    трехсот: 300,
    четыреста: 400,
    пятьсот: 500,
    пятисот: 500,
    тысяча: 1_000,
    тысячи: 1_000,
    тысяч: 1_000,
    тыс: 1_000,
    миллион: 1_000_000,
    миллиона: 1_000_000,
    миллионов: 1_000_000,
    млн: 1_000_000,
  },
};
/** Between tens and units, "vinte e um"; never at the end of a number. */
export const CONNECTORS: Readonly<Record<string, string>> = { en: 'and', fr: 'et', es: 'y', pt: 'e', ru: '', de: '' };

const tables = new Map(Object.keys(SMALL).map((language) => [language, build(language)]));
const NONE: ReadonlyMap<string, number> = new Map();

function build(language: string): ReadonlyMap<string, number> {
  const table = new Map<string, number>();
  const small = (SMALL[language] ?? '').split(/\s+/).map((forms) => forms.split('|'));
  const tens = (TENS[language] ?? '').split(/\s+/).map((forms) => forms.split('|'));
  for (const [value, forms] of small.entries()) for (const form of forms) table.set(form, value);
  for (const [index, forms] of tens.entries()) for (const form of forms) table.set(form, (index + 2) * 10);
  for (const [word, value] of Object.entries(LARGE[language] ?? {})) table.set(word, value);
  if (language === 'de') addGerman(table, small, tens);
  if (language === 'es')
    for (const [unit, [form]] of small.entries())
      if (unit > 0 && unit < 10) table.set(`veinti${form === 'un' ? 'un' : form}`, 20 + unit);
  return table;
}

/** German writes 21 to 99 in one word, the unit first. */
function addGerman(table: Map<string, number>, small: readonly string[][], tens: readonly string[][]): void {
  for (const [index, forms] of tens.entries())
    for (let unit = 1; unit < 10; unit++)
      for (const form of forms)
        table.set(`${unit === 1 ? 'ein' : small[unit]?.[0]}und${form}`, (index + 2) * 10 + unit);
}

/** The value of one number word; "twenty-one" is two of them. */
export function numberWord(word: string, language: string): number | undefined {
  return (tables.get(language) ?? NONE).get(fold(word));
}

/** Values of number words in a row as one number ("two hundred fifty", "quatre-vingt-dix"), or undefined if they are not one. */
export function combine(values: readonly number[]): number | undefined {
  let [total, current] = [0, 0];
  let last = Number.POSITIVE_INFINITY;
  for (const value of values) {
    if (value === 100 && current > 0 && current < 10) current *= 100;
    else if (value >= 1_000) {
      total += Math.max(1, current) * value;
      current = 0;
      last = value;
      continue;
    } else if (value === 20 && current === 4) current = 80;
    else if (current === 0 || (value < last && last >= 20 && (value < 10 || last >= 60 || last === 80)))
      current += value;
    else return undefined;
    last = value === 20 && current === 80 ? 80 : value;
  }
  return total + current;
}
