/** Words that promise something only together; folded. */
type Promise = readonly RegExp[];

/** `*` for any ending; words or phrases between `|`. */
function rule(...parts: readonly string[]): Promise {
  return parts.map((part) => {
    const words = part.split('|').map((phrase) => phrase.trim().replaceAll('*', '\\S*').replaceAll(/\s+/g, ' '));
    return new RegExp(`(?<!\\S)(?:${words.join('|')})(?!\\S)`, 'gu');
  });
}

const PRICE =
  'what you pay|price|prices|rate|rates|fee|fees|cost|costs|tariff*|preis|preise*|gebuhr*|kosten|tarif*|prix|precio*|tarifa*|cuota*|preco*|mensalidade*|цена|цены|цену|стоимост*|тариф*';
const PROMISES: readonly Promise[] = [
  // To leave whenever one likes.
  rule(
    'cancel*|terminat*|withdraw|opt out|walk away|free to leave|ausstieg|darse de baja|dar de baja|quitter|kundig*|kundbar*|widerruf*|storn*|aussteigen|resili*|annul*|rescind*|отмен*|расторг*|отказат*',
    `whenever|any time|anytime|any moment|at will|as you like|as you please|without notice|jederzeit|wann immer|ohne frist|tout moment|quand vous|
     quand bon|sans preavis|cualquier momento|cuando quier*|cuando lo dese*|sin preaviso|qualquer momento|quando quiser*|quando desejar*|sem aviso|
     любой момент|любое время|когда угодно|когда захотите`,
  ),
  // A price that never rises.
  rule(
    PRICE,
    'never|not|no longer|won*|cannot|nie|niemals|nicht|jamais|pas|nunca|no|nao|никогда|не',
    'ris*|increas*|go up|chang*|climb*|steig*|erhoh*|andern|andert|augment*|sub*|aument*|cambi*|vari*|mud*|alter*|вырас*|раст*|повы*|измен*|меня*|подорожа*',
  ),
  rule(
    PRICE,
    'stay|stays|remain*|hold|holds|bleib*|rest|reste|restent|restera*|permanec*|manten*|mantien*|остане*|останут*|остаются|остается|сохран*',
    `same|unchanged|stable|fixed|forever|constant|gleich*|unverandert*|stabil|konstant|fest|inchang*|meme*|identique*|fixe*|stables|mism*|igual*|iguais|
     estable*|fij*|mesm*|fixo*|fixa*|inalterad*|estave*|прежн*|неизменн*|той же|таким же|такой же`,
  ),
  // To be cheaper than somebody else.
  rule(
    'match|matches|beat|beats|undercut*|unterbiet*|mitgehen|gehen mit|align*|igual*|mejor*|super*|cobr*|cubr*|перебь*|предложим|сделаем',
    `any|lower|cheaper|better|competing|competitor*|rival*|jedes|jeden|gunstiger*|niedriger*|wettbewerb*|konkurren*|toute|tout|inferieur*|concurren*|
     cualquier|inferior*|mas baja*|mas bajo*|competencia|competidor*|qualquer|mais baix*|menor*|люб*|конкурент*|ниже`,
    'offer*|quot*|price*|bid|bids|angebot*|preis*|offre*|prix|devis|oferta*|precio*|presupuesto*|preco*|proposta*|orcamento*|предложен*|цен|цена|цену|цены',
  ),
];
const REACH = 70;
const MOST = 4_000;

/** Where words of a sentence promise something together. @param text folded words, with one space between them */
export function findPromises(text: string): readonly { start: number; end: number }[] {
  // No sentence of a proposal is longer; nothing grows with what an endless one holds.
  const said = text.slice(0, MOST);
  return PROMISES.flatMap(([first, ...rest]) => {
    for (const found of first ? said.matchAll(first) : []) {
      const from = Math.max(0, found.index - REACH);
      const near = said.slice(from, found.index + found[0].length + REACH);
      const others = rest.map((part) =>
        [...near.matchAll(part)].find(({ index, 0: word }) => {
          const at = from + index;
          return at >= found.index + found[0].length || at + word.length <= found.index;
        }),
      );
      if (others.some((other) => other === undefined)) continue;
      const places = [found.index, ...others.map((other) => from + (other?.index ?? 0))];
      const ends = [
        found.index + found[0].length,
        ...others.map((other) => from + (other?.index ?? 0) + (other?.[0].length ?? 0)),
      ];
      return [{ start: Math.min(...places), end: Math.max(...ends) }];
    }
    return [];
  });
}
