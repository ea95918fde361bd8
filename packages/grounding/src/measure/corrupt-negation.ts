type Negate = (sentence: string) => string;

/** The first rule that changes the sentence; those that take a "not" out come before those that put one in. */
function rules(rows: readonly (readonly [RegExp, string])[]): Negate {
  return (sentence) => {
    for (const [pattern, replacement] of rows) {
      const changed = sentence.replace(pattern, replacement);
      if (changed !== sentence) return changed;
    }
    return sentence;
  };
}

const before = (words: string) => new RegExp(`(?<!\\p{L})(${words})(?!\\p{L})`, 'u');

/** Says the opposite, by language; a sentence that no rule fits stays as it is. */
export const NEGATE: Readonly<Record<string, Negate>> = {
  en: rules([
    [/\bcannot\b|\bcan't\b/, 'can'],
    [/\b(is|are|do|does|was|were|has|have)n't\b/, '$1'],
    [/\b(is|are|do|does|can|will|must|may) (?:not|never)\b/, '$1'],
    [/\bWe never\b/, 'We always'],
    [/\bunable to\b/, 'able to'],
    [/\b(is|are|can|will|must|should|may|has|have|was)\b/, '$1 not'],
    [/\b(costs|covers|includes|lasts|arrives|takes|receives?|lets|stays|remains)\b/, 'never $1'],
    [/\bneed to\b/, 'do not need to'],
  ]),
  de: rules([
    [/ (?:leider )?nicht(?! nur)/, ''],
    [/(?<!\p{L})([Kk])ein(e[nrms]?)?(?!\p{L}| \d)/u, 'ein$2'],
    [/(?<!\p{L})(ist|sind|kann|können|wird|werden|dürfen|muss|müssen|gilt)( .*?) (\p{L}+)([.!])$/u, '$1$2 nicht $3$4'],
    [
      /(?<!\p{L})(beträgt|kostet|umfasst|kommt|dauert|endet|erhalten|erstatten|braucht|bleiben|liegt|schließt|finden|haften|berechnen|zahlen|zahlt|laufen|nimmt|verschicken|pflegen|kosten)(?!\p{L})/u,
      '$1 nicht',
    ],
  ]),
  fr: rules([
    [/(?<!\p{L})[Nn]e (\p{L}+) (?:pas|plus)/u, '$1'],
    [/(?<!\p{L})n['’](\p{L}+)( malheureusement)? (?:pas|plus)/u, '$1$2'],
    [/(?<!\p{L})(est|effectuons|envoyons|inclut)(?!\p{L})/u, "n'$1 pas"],
    [
      before(
        'sont|peut|peuvent|pouvez|devez|comprend|coûte|recevrez|conservons|bénéficie|doit|doivent|faut|arrive|dispose|ferme|permet|expirent|prend|paient|reste|coûtera',
      ),
      'ne $1 pas',
    ],
  ]),
  es: rules([
    [/(?<!\p{L})[Nn]o (?!se admite ninguna)/u, ''],
    [
      before(
        'es|son|puede|pueden|está|están|estamos|tiene|incluye|cuesta|dispone|debe|deben|llega|cubre|caduca|cierra|se|caducan|vale|costará|pasa|recibirá|aplicamos|pagará|seguirá|enviaremos',
      ),
      'no $1',
    ],
  ]),
  pt: rules([
    [/(?<!\p{L})[Nn]ão /u, ''],
    [
      before(
        'é|são|pode|podem|está|estamos|tem|inclui|custa|chega|deve|devem|realiza|respondemos|cobramos|ficam|fecha|permite|expiram|dura|custam|recebe|fica|continua|vai',
      ),
      'não $1',
    ],
  ]),
  ru: rules([
    [/(?<!\p{L})не (?=\p{L})(?!позднее|более|менее)/u, ''],
    [/нельзя|невозможно/u, 'можно'],
    [before('можно'), 'нельзя'],
    [
      before(
        'доставим|хранится|поступят|нужно|начисляется|стоит|входит|делаются|храним|взимается|включён|покрываются|действует|перевыпускается|пройдёт|состоится|отвечаем|подключим|восстановит|появятся|будет|хранятся|составляет|заканчивается|удаляются|занимает|ведёт|получите|принимаются|отправим|потребуется|включена|обойдётся',
      ),
      'не $1',
    ],
  ]),
};
