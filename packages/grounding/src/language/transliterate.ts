import { fold } from './fold.ts';

const LETTERS: Readonly<Record<string, string>> = {
  а: 'a',
  б: 'b',
  в: 'v',
  г: 'g',
  д: 'd',
  е: 'e',
  ж: 'zh',
  з: 'z',
  и: 'i',
  й: 'i',
  к: 'k',
  л: 'l',
  м: 'm',
  н: 'n',
  о: 'o',
  п: 'p',
  р: 'r',
  с: 's',
  т: 't',
  у: 'u',
  ф: 'f',
  х: 'h',
  ц: 'ts',
  ч: 'ch',
  ш: 'sh',
  щ: 'sh',
  ы: 'i',
  э: 'e',
  ю: 'u',
  я: 'a',
  ь: '',
  ъ: '',
};

/** What a name sounds like, roughly, in either script: "Анной" and "Anna" meet, "Anna" and "Maria" do not. */
export function soundOf(word: string): string {
  const latin = [...fold(word)].map((letter) => LETTERS[letter] ?? letter).join('');
  return latin
    .replace(/sch|sh/g, 's')
    .replace(/ch|kh|ck|c|q/g, 'k')
    .replace(/ph/g, 'f')
    .replace(/w/g, 'v')
    .replace(/y|j/g, 'i')
    .replace(/x/g, 'ks')
    .replace(/(.)\1+/g, '$1')
    .replace(/[aeiou]+[mi]?$/, '');
}
