/** A name that redaction has hidden, in one piece or in several. */
const SURROGATE = /^\[[A-Z]+_\d+(?:_\d+)?\](?: \[[A-Z]+_\d+(?:_\d+)?\])*$/;
const ORGANISATION =
  /(?<!\p{L})(?:gmbh|ag|kg|ltd|llc|inc|corp|company|group|team|support|sales|info|office|s\.?l|s\.?a|sarl|ltda|ооо|оао|ао|зао|ип|отдел|поддержка|customer|unknown|caller)(?!\p{L})/iu;
const PATRONYMIC = /(?:вич|вна|ична|инична)$/u;
/** `Игорь Станкевич` is a surname, `Игорь Сергеевич` is not: with two words only a known father's name tells. */
const FATHER =
  /^(?:александр|алексе|анатоль|андре|антон|аркадь|арсень|артём|артем|борис|вадим|валенти|валерь|васил|виктор|виталь|владимир|владислав|вячеслав|геннадь|георги|григорь|давид|данил|дмитри|евгень|егор|иван|игор|иль|кирилл|константин|лев|львов|леонид|максим|марат|матве|михайл|никит|никола|олег|павл|петр|пётр|рашид|ренат|роман|руслан|рустам|семен|семён|серге|станислав|степан|тимофе|тимур|фёдор|федор|эдуард|юрь|яков)/iu;
const RUSSIAN_SURNAME = /(?:ов|ев|ёв|ин|ын|ова|ева|ёва|ина|ына|ский|ская|цкий|цкая|енко|чук)$/u;

/**
 * How a letter in this language addresses the customer: the first name, in Russian with the patronymic where there is
 * one, in formal German the whole name (a bare first name would be too familiar, `Herr` or `Frau` would be guessed).
 * @param name as the source system holds it: an address, a company, `PETROVA, ANNA` or a redaction surrogate as well
 * @returns undefined when it is no person's name, so that the letter greets without one
 */
export function customerName(
  name: string | undefined,
  language: string,
  tone: 'formal' | 'informal' = 'formal',
): string | undefined {
  const raw =
    name
      ?.replace(/\s*\([^)]*\)\s*/g, ' ')
      .replace(/\s+/g, ' ')
      .trim() ?? '';
  if (SURROGATE.test(raw)) return raw;
  // `{`, `<` and the like never stand in a name: they would carry a template or markup into the greeting.
  if (raw === '' || raw.length > 60 || !/^[\p{L}\p{M}'’.,\- ]+$/u.test(raw) || ORGANISATION.test(raw)) return undefined;
  const parts = inReadingOrder(raw).map(properCase);
  if (parts.length === 0 || parts.length > 4) return undefined;
  if (language === 'de' && tone === 'formal') return parts.join(' ');
  return language === 'ru' ? russian(parts) : givenName(parts);
}

function inReadingOrder(raw: string): string[] {
  const [surname, given] = raw.split(',', 2);
  const ordered = surname && given?.trim() ? `${given} ${surname}` : raw.replaceAll(',', ' ');
  return ordered.split(' ').filter((part) => part !== '');
}

/** A lone initial is no way to address anybody. */
function givenName(parts: readonly string[]): string {
  const first = parts[0] ?? '';
  return first.replace('.', '').length > 1 ? first : parts.join(' ');
}

function russian(parts: readonly string[]): string {
  const patronymic = parts.findIndex(
    (part, index) => index > 0 && PATRONYMIC.test(part) && (parts.length > 2 || FATHER.test(part)),
  );
  if (patronymic > 0) return `${parts[patronymic - 1]} ${parts[patronymic]}`;
  const [first = '', second] = parts;
  if (second && RUSSIAN_SURNAME.test(first) && !RUSSIAN_SURNAME.test(second)) return second;
  return givenName(parts);
}

function properCase(part: string): string {
  if (part !== part.toLocaleLowerCase() && part !== part.toLocaleUpperCase()) return part;
  return part.toLocaleLowerCase().replace(/(?<!\p{L})\p{L}/gu, (letter) => letter.toLocaleUpperCase());
}
