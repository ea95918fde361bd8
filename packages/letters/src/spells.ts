/**
 * How Latin letters spell each Russian or Ukrainian one, by ISO 9, GOST 7.79, BGN/PCGN, passports, German, French and
 * Polish habit, and what stands there in names that came the other way. `-` is nothing at all.
 */
const SPELLED: Readonly<Record<string, string>> = {
  а: 'a u',
  б: 'b',
  в: 'v w f u',
  г: 'g h gh gu',
  ґ: 'g',
  д: 'd',
  е: 'e ye je ie jo ae io yo ei',
  є: 'ie ye je',
  ж: 'zh j z g sch rz',
  з: 'z s',
  и: 'i y ee ea ie',
  і: 'i',
  ї: 'i yi ji',
  й: 'y i j e -',
  к: 'k c ck q ch cc',
  л: 'l ll',
  м: 'm',
  н: 'n hn',
  о: 'o',
  п: 'p',
  р: 'r',
  с: 's c z sz',
  т: 't th dt',
  у: 'u w oo ou v',
  ф: 'f ph v th',
  х: 'h kh ch x j',
  ц: 'ts c tz cz z tc',
  ч: 'ch c tch tsch cz',
  ш: 'sh s sch ch sz x',
  щ: 'shch s sch schtsch chtch shh sh stsch sc szcz',
  ъ: "- ie y '",
  ы: 'y i',
  ь: "- y i '",
  э: 'e a',
  ю: 'yu iu ju u iou ue',
  я: 'ya ia ja a',
};
/** Sounds that Russian writes with two letters. */
const PAIRS: Readonly<Record<string, string>> = {
  дж: 'j g dj dzh gi',
  ай: 'ei ai y i ay ey',
  ой: 'eu au oi oy',
  ей: 'ey ei ay ai',
  ау: 'ow',
  уо: 'wa',
  кс: 'x',
  кв: 'qu',
  сх: 'sch',
};
const LONGEST = 40;
const CONSONANT = /^[bcdfghjklmnpqrstvwxz]$/;

const LETTERS = spellings(SPELLED);
const TWO_LETTERS = spellings(PAIRS);

/**
 * Whether a folded Latin word spells a folded Cyrillic one by any usual system, or by several in one word. What is
 * written twice in one of them may be written once in the other.
 */
export function spells(latin: string, cyrillic: string): boolean {
  if (latin.length > LONGEST || cyrillic.length > LONGEST) return false;
  // The places in the Latin word that the letters so far can end at; those after two letters wait in `ahead`.
  let [places, ahead] = [new Set([0]), new Set<number>()];
  for (let i = 0; i < cyrillic.length && places.size + ahead.size > 0; i++) {
    const letter = cyrillic[i] ?? '';
    const next = placesAfter(latin, places, LETTERS.get(letter));
    for (const place of ahead) next.add(place);
    if (letter === cyrillic[i - 1]) for (const place of places) next.add(place);
    ahead = placesAfter(latin, places, TWO_LETTERS.get(cyrillic.slice(i, i + 2)));
    places = next;
  }
  return places.has(latin.length);
}

/** Whether a Latin word that begins like the one can spell a Cyrillic word that begins like the other. */
export function mayBegin(latin: string, cyrillic: string): boolean {
  const heads = [LETTERS.get(cyrillic[0] ?? ''), TWO_LETTERS.get(cyrillic.slice(0, 2))];
  return heads.some((options) => options?.some((option) => option === '' || option[0] === latin[0]));
}

function placesAfter(latin: string, places: ReadonlySet<number>, options: readonly string[] | undefined): Set<number> {
  const after = new Set<number>();
  for (const option of options ?? [])
    for (const place of places) if (latin.startsWith(option, place)) after.add(place + option.length);
  return after;
}

function spellings(table: Readonly<Record<string, string>>): ReadonlyMap<string, readonly string[]> {
  return new Map(
    Object.entries(table).map(([letter, spelled]) => [
      letter,
      spelled.split(' ').flatMap((option) => {
        if (option === '-') return [''];
        return CONSONANT.test(option) ? [option, option + option] : [option];
      }),
    ]),
  );
}
