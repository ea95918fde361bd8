import { fold } from '../fold.ts';

/** Endings of a name by how its base form ends, longest first; what precedes the ending is the stem. */
const DECLENSIONS: readonly (readonly [ending: string, forms: string])[] = [
  ['ский', 'ский ского скому ским ском ская ской скую скою ские ских скими'],
  ['цкий', 'цкий цкого цкому цким цком цкая цкой цкую цкою цкие цких цкими'],
  ['ская', 'ская ской скую скою ские ских ским скими'],
  ['цкая', 'цкая цкой цкую цкою цкие цких цким цкими'],
  ['ый', 'ый ого ому ым ом ая ой ую ые ых ыми'],
  ['ой', 'ой ого ому ым ом ая ую ые ых ыми'],
  ['ая', 'ая ой ую ою ые ых ым ыми'],
  ['ия', 'ия ии ию ией иею ие'],
  ['ий', 'ий ия ию ием ии ие ьего его ему им ем'],
  ['ья', 'ья ьи ье ью ьей ьею'],
  ['й', 'й я ю ем ём е и'],
  ['а', 'а ы и е у ой ою ей о'],
  ['я', 'я и е ю ей ею'],
  ['ь', 'ь я ю ем ём е и ью'],
];
/** After a consonant: first names, surnames in -ов and -ин, patronymics; plural for families, Ukrainian datives. */
const AFTER_CONSONANT = ' а у ом ем ым е ы ой ых ыми ам ами ові еві ов'.split(' ');
const FLEETING_VOWEL = /^(.*[бвгджзклмнпрстфхцчшщ])[ео]([бвгджзклмнпрстфхцчшщ])$/;
const CONSONANT_END = /[бвгджзклмнпрстфхцчшщ]$/;

/**
 * The folded forms under which one part of a name may appear: Russian and Ukrainian cases, the German and English
 * genitive in -s. The first is the base form.
 */
export function nameForms(part: string): string[] {
  const base = part.toLowerCase().replaceAll('ё', 'е').normalize('NFC');
  if (/^[а-яіїєґ]+$/.test(base)) return [...new Set([fold(part), ...cyrillicForms(base).map(fold)])];
  const folded = fold(part);
  return /^[a-z]{4,}$/.test(folded) && !folded.endsWith('s') ? [folded, `${folded}s`] : [folded];
}

function cyrillicForms(base: string): string[] {
  if (base.length < 3) return [base];
  for (const [ending, forms] of DECLENSIONS)
    if (base.endsWith(ending) && base.length - ending.length >= 2) {
      const stem = base.slice(0, -ending.length);
      // "Марин!", "Светлан!": called by name, in speech.
      const called = ending === 'а' && stem.length > 3 ? [stem] : [];
      return [...forms.split(' ').map((form) => stem + form), ...called];
    }
  if (!CONSONANT_END.test(base)) return [base];
  const contracted = FLEETING_VOWEL.exec(base); // Павел, Павла
  const [, head = '', tail = ''] = contracted ?? [];
  // Лев, Льва
  const stems = contracted ? [base, head + tail, ...(head.endsWith('л') ? [`${head}ь${tail}`] : [])] : [base];
  return stems.flatMap((stem) => AFTER_CONSONANT.map((ending) => stem + ending));
}
