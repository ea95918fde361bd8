import { fold } from '@draftsmith/letters';

function set(phrases: string): ReadonlySet<string> {
  return new Set(phrases.split('|').map((phrase) => fold(phrase).trim().replace(/\s+/g, ' ')));
}

/** Behind a value: arithmetic, scales, more of it. All languages. */
const BEHIND = set(
  `less|minus|plus|times|off|more|fewer|extra|additional|further|or more|or less|or so|and more|and up|k|m|mio|mn|tsd|bn|mrd|mil|grand|weniger|mehr|mal|
  zusatzlich|zusatzliche|zusatzlichen|weitere|weiteren|abzuglich|zuzuglich|und mehr|oder mehr|oder weniger|moins|fois|supplementaire|supplementaires|de plus|
  de moins|ou plus|ou moins|de reduction|menos|mas|veces|adicional|adicionales|o mas|o menos|de descuento|mais|vezes|adicionais|a mais|a menos|ou mais|
  ou menos|de desconto|минус|плюс|больше|меньше|раз|раза|дополнительно|дополнительных|дополнительные|и более|и выше|или больше|или меньше|за вычетом|
  сверх|с лишним|с половиной|и половина|and a half|und ein halb|et demi|et demie|y medio|y media|e meia|e meio|apiece off|squared`,
);
/** Before a value: arithmetic. */
const BEFORE = set(
  `minus|plus|less|times|not|no|instead of|rather than|except|without|nicht|statt|anstatt|ohne|abzuglich|zuzuglich|moins|sauf|sans|au lieu de|pas|menos|mas|no|
  sin|en vez de|en lugar de|salvo|mais|nao|sem|em vez de|минус|плюс|не|без|вместо|кроме|another|additional|extra|weitere|weiteren|zusatzlich|zusatzliche|
  otros|otras|outros|outras|autres|еще|дополнительно|дополнительные|дополнительных`,
);
/** Before a value that is no date: about it, above it, below it. */
const BOUNDS = set(
  `about|approximately|approx|approx .|around|roughly|nearly|almost|over|under|above|below|exceeding|up to|at least|at most|more than|less than|fewer than|
  no more than|not more than|as low as|as little as|starting at|starting from|from|from just|maximum|minimum|max|min|circa|ca|ca .|etwa|ungefahr|rund|knapp|
  fast|uber|unter|mindestens|hochstens|maximal|minimal|ab|bis zu|mehr als|weniger als|nicht mehr als|lediglich|environ|presque|pres de|plus de|moins de|sous|
  au moins|au plus|au maximum|jusqu a|jusqu ' a|jusqu ’ a|a partir de|des|aproximadamente|casi|unos|unas|alrededor de|cerca de|mas de|menos de|al menos|
  como maximo|como minimo|hasta|desde|desde solo|quase|cerca|mais de|ao menos|pelo menos|no maximo|no minimo|ate|a partir|около|примерно|почти|порядка|
  свыше|более|менее|больше|меньше|не более|не менее|до|от|максимум|минимум|больше чем|меньше чем|чем`,
);
const ARTICLES =
  /^(?:the|a|an|of|just|only|der|die|das|den|dem|nur|le|la|les|el|los|las|o|os|as|лишь|только|всего|than|als|que|de|do|da|del|des|du)$/u;

/** A price of one thing, in any of the languages. */
export const PER_ONE =
  /^(?:(?:per|each|a) (?!(?:hour|day|week|month|quarter|year|line|se|total|figure)\b)(?:\p{L}+)|each\b|apiece\b|pro (?!stunde|tag|woche|monat|quartal|jahr|halbjahr)\p{L}+|je (?!stunde|tag|woche|monat|quartal|jahr)\p{L}+|(?:par|por) (?:utilisateur|licence|poste|siege|personne|unite|appareil|site|usuario|licencia|puesto|persona|unidad|equipo|sede|licenca|assento|pessoa|unidade|aparelho)|за (?:кажд\p{L}+|одного|одну|один|штуку|единицу)|на (?:пользователя|человека|сотрудника|рабочее место)|с (?:пользователя|человека))/u;

/** @param words folded, the nearest first */
export function altersBehind(words: readonly string[]): boolean {
  return [1, 2, 3].some((length) => BEHIND.has(words.slice(0, length).join(' ')));
}

/** @param words folded, the nearest last */
export function altersBefore(words: readonly string[], { bounds }: { bounds: boolean }): boolean {
  let end = words.length;
  const says = () =>
    [1, 2, 3, 4].some((length) => {
      const phrase = words.slice(Math.max(0, end - length), end).join(' ');
      return BEFORE.has(phrase) || (bounds && BOUNDS.has(phrase));
    });
  if (says()) return true;
  while (end > 0 && words.length - end < 2 && ARTICLES.test(words[end - 1] ?? '')) {
    end--;
    if (says()) return true;
  }
  return false;
}
