/**
 * What a word does to a statement. `not`: verbal negation; `none`: joins it in languages that negate twice;
 * `denying`: says "not" in one word ("excluded", "forbidden"); `lacking`: negative in a way
 * that a paraphrase may turn round ("free"); `without`: the same, of what follows; `only` and `until` say no to all the rest.
 */
export type Cue =
  | 'not'
  | 'none'
  | 'lacking'
  | 'without'
  | 'denying'
  | 'only'
  | 'until'
  | 'duty'
  | 'option'
  | 'chance'
  | 'certain'
  | 'at-once';

/** Folded; a star ends a prefix. */
const CUES: Readonly<Record<string, Readonly<Record<Cue, string>>>> = {
  en: {
    not: `not cannot never no nor neither none nothing nobody non don't doesn't didn't isn't aren't wasn't weren't won't wouldn't can't couldn't shouldn't hasn't haven't hadn't mustn't needn't`,
    none: '',
    without: 'without',
    lacking: `without except          deny denied denies lack lacks optional voluntary void free waive*  fail fails stop stops rather avoid* prevent* lose loses restricted expire* invalid`,
    denying: 'exclud* unable impossible refus* declin* reject* forbid* prohibit* ineligible unavailable',
    only: 'only solely exclusively just limited',
    until: 'unless until',
    duty: 'must required mandatory obligatory obliged compulsory need needs',
    option:
      'can may could might possible possibly allowed able permitted optional optionally eligible entitled option allow allows permit permits let lets',
    chance: 'may might could possibly perhaps',
    certain: 'will guaranteed definitely certainly always',
    'at-once': 'immediately immediate instant instantly',
  },
  de: {
    not: 'nicht kein* nie niemals nichts niemand weder',
    none: '',
    without: 'ohne',
    lacking: `ohne ausser        ablehn* entfall* optional freiwillig  kostenlos* kostenfrei* gratis verzicht* anstatt statt verfall* erlischt verlier*`,
    denying: 'ausgeschlossen ausgenommen unmoglich verboten untersagt verweiger* abgelehnt unzulassig',
    only: 'nur ausschliesslich lediglich',
    until: 'erst',
    duty: 'muss mussen musst musste mussten verpflichtet erforderlich zwingend obligatorisch pflicht notwendig',
    option:
      'kann konnen kannst konnt konnte konnten durfen darf darfst moglich moglichkeit optional berechtigt erlaubt erlauben gestattet',
    chance: 'konnte konnten moglicherweise eventuell vielleicht',
    certain: 'wird werden garantiert immer definitiv',
    'at-once': 'sofort umgehend unverzuglich sofortige*',
  },
  fr: {
    not: 'ne n non ni',
    none: 'pas aucun aucune jamais',
    without: 'sans',
    lacking: `sans sauf          facultatif facultative gratuit* dispens* offert* perd* annul*`,
    denying: 'exclu exclus exclue exclues exclut excluent impossible interdit* refus*',
    only: 'seulement uniquement exclusivement seul seule',
    until: 'que qu',
    duty: 'doit doivent devez devra devront devrez faut faudra obligatoire* oblige* requis requise exige* demandee',
    option:
      'peut peuvent pouvez pourra pourront pourrez pouvons possible possibilite permis permet permettent autorise facultatif',
    chance: 'pourrait pourraient peut-etre eventuellement',
    certain: 'garanti garantie toujours certainement',
    'at-once': 'immediat* instantane* aussitot',
  },
  es: {
    not: 'no nunca jamas',
    none: 'ningun ninguna ninguno nadie nada tampoco ni',
    without: 'sin',
    lacking: `sin salvo excepto     opcional gratis gratuit* negar  pierd* invalid*`,
    denying: 'exclui* excluy* imposible prohib* rechaz* deneg*',
    only: 'solo solamente unicamente exclusivamente',
    until: '',
    duty: 'debe deben debes debera deberan obligatorio obligatoria obligado requerido necesario hay',
    option: 'puede pueden puedes podra podran podras posible posibilidad permitido permite permiten opcional',
    chance: 'podria podrian quizas quiza posiblemente',
    certain: 'garantizado siempre definitivamente',
    'at-once': 'inmediat* instantane*',
  },
  pt: {
    not: 'nao nunca jamais',
    none: 'nenhum nenhuma ninguem nada tampouco nem',
    without: 'sem',
    lacking: `sem exceto salvo     opcional gratis gratuit* negar perde* invalid*`,
    denying: 'exclui* impossivel proibid* recus*',
    only: 'so somente apenas unicamente exclusivamente',
    until: '',
    duty: 'deve devem devera deverao obrigatorio obrigatoria obrigado precisa precisam necessario',
    option: 'pode podem podera poderao possivel possibilidade permitido permite permitem opcional',
    chance: 'poderia poderiam talvez possivelmente',
    certain: 'garantido sempre definitivamente',
    'at-once': 'imediat* instantane*',
  },
  ru: {
    not: 'не нет нельзя',
    none: 'никогда никакой никаких никакие никто ничего ни',
    without: 'без',
    lacking: `без кроме    отказ* необязат* бесплатн*  отсутств* недейств* вместо сгора* теря*`,
    denying: 'исключен* исключа* невозмож* запрещ* недоступ*',
    only: 'только исключительно лишь',
    until: 'пока',
    duty: 'должен должна должны должно обязан обязаны обязана обязательно необходимо требуется нужно следует придется обязательна обязателен',
    option: 'может могут можете можно возможно возможна вправе сможете позволяет',
    chance: 'возможно вероятно',
    certain: 'гарантированно гарантируем всегда обязательно',
    'at-once': 'немедленно сразу мгновенно моментально',
  },
};

/** Opposites by language: one in the place of the other turns a statement round. Folded prefixes. */
const OPPOSITES: Readonly<Record<string, string>> = {
  en: 'includ:exclud allow:forbid allow:prohibit permit:prohibit before:after increas:decreas increas:reduc open:close enabl:disabl full:partial accept:reject accept:declin available:unavailable valid:invalid always:never earlier:later maximum:minimum possible:impossible mandatory:optional required:optional domestic:international refundable:nonrefundable approv:reject higher:lower above:below cheaper:expensive included:separate free:chargeable activat:deactivat with:without',
  de: 'inklusive:exklusive enthalten:ausgeschlossen inbegriffen:ausgeschlossen erlaub:verbot gestattet:untersagt vor:nach erhoh:gesenkt geoffnet:geschlossen offnet:schliesst aktivier:deaktivier vollstandig:teilweise akzeptier:abgelehnt verfugbar:unverfugbar gultig:ungultig immer:nie fruher:spater maximal:mindest moglich:unmoglich verpflichtend:freiwillig kostenlos:kostenpflichtig kostenfrei:kostenpflichtig inland:ausland hoher:niedriger mit:ohne',
  fr: 'inclus:exclu compris:exclu autoris:interdit permis:interdit avant:apres augment:dimin ouvert:ferme activ:desactiv total:partiel accept:refus disponible:indisponible valable:invalide valide:invalide toujours:jamais maximum:minimum possible:impossible obligatoire:facultati gratuit:payant avec:sans',
  es: 'inclu:exclu permit:prohib antes:despues aument:dismin abiert:cerrad activ:desactiv total:parcial acept:rechaz disponible:indisponible valid:invalid siempre:nunca maximo:minimo posible:imposible obligatori:opcional gratuit:pago con:sin',
  pt: 'inclu:exclu permit:proib antes:depois antes:apos aument:dimin abert:fechad ativ:desativ total:parcial aceit:recus disponivel:indisponivel valid:invalid sempre:nunca maximo:minimo possivel:impossivel obrigatori:opcional gratuit:pago com:sem',
  ru: 'включ:исключ включ:выключ разреш:запрещ допуска:запрещ до:после перед:после увелич:уменьш открыт:закрыт полн:частичн принима:отклоня доступ:недоступ действительн:недействительн всегда:никогда максим:миним возмож:невозмож обязательн:необязательн бесплатн:платн с:без',
};

const MOST_REMEMBERED = 20_000;
const NONE: readonly Cue[] = [];

interface Lexicon {
  exact: Map<string, Cue[]>;
  prefixes: readonly (readonly [string, Cue])[];
  opposites: readonly (readonly [string, string])[];
  remembered: Map<string, readonly Cue[]>;
  opposed: Map<string, readonly Opposite[]>;
}

const lexicons = new Map<string, Lexicon>();

function lexiconOf(language: string): Lexicon {
  const known = lexicons.get(language);
  if (known) return known;
  const exact = new Map<string, Cue[]>();
  const prefixes: [string, Cue][] = [];
  for (const [cue, list] of Object.entries(CUES[language] ?? {}) as [Cue, string][])
    for (const word of list.split(/\s+/).filter(Boolean)) {
      if (word.endsWith('*')) prefixes.push([word.slice(0, -1), cue]);
      else exact.set(word, [...(exact.get(word) ?? []), cue]);
    }
  const opposites = (OPPOSITES[language] ?? '')
    .split(' ')
    .filter(Boolean)
    .map((pair) => pair.split(':') as [string, string]);
  const built = { exact, prefixes, opposites, remembered: new Map(), opposed: new Map() };
  if (CUES[language]) lexicons.set(language, built);
  return built;
}

/** What a folded word does, in its language; empty for nearly all words. */
export function cuesOf(word: string, language: string): readonly Cue[] {
  const lexicon = lexiconOf(language);
  const known = lexicon.remembered.get(word);
  if (known) return known;
  const bare = word.replaceAll('’', "'");
  const found = [...(lexicon.exact.get(bare) ?? [])];
  for (const [prefix, cue] of lexicon.prefixes) if (bare.startsWith(prefix) && !found.includes(cue)) found.push(cue);
  const cues = found.length > 0 ? found : NONE;
  if (lexicon.remembered.size > MOST_REMEMBERED) lexicon.remembered.clear();
  lexicon.remembered.set(word, cues);
  return cues;
}

/** One side of a pair of opposites: its number, the side, and whether the word is so frequent that it needs company. */
export interface Opposite {
  pair: number;
  side: 0 | 1;
  frequent: boolean;
}

/** Shorter forms are whole words, and frequent. */
const WHOLE_WORD = 5;
const NO_OPPOSITES: readonly Opposite[] = [];

/** The pairs of opposites that a folded word belongs to; none for nearly all words. */
export function oppositesOf(word: string, language: string): readonly Opposite[] {
  const lexicon = lexiconOf(language);
  const known = lexicon.opposed.get(word);
  if (known) return known;
  const found: Opposite[] = [];
  for (const [pair, sides] of lexicon.opposites.entries())
    for (const side of [0, 1] as const) {
      const form = sides[side];
      const meant = form.length < WHOLE_WORD ? word === form : word.startsWith(form);
      if (meant) found.push({ pair, side, frequent: form.length <= WHOLE_WORD });
    }
  if (lexicon.opposed.size > MOST_REMEMBERED) lexicon.opposed.clear();
  lexicon.opposed.set(word, found.length > 0 ? found : NO_OPPOSITES);
  return found;
}
