/**
 * What a word does to a statement. `not`: verbal negation; `none`: joins it in languages that negate twice;
 * `lacking`: negative by its meaning ("without", "excluded"), which a paraphrase may use instead of "not".
 */
export type Cue = 'not' | 'none' | 'lacking' | 'only' | 'duty' | 'option' | 'chance' | 'certain' | 'at-once';

/** Folded; a star ends a prefix. */
const CUES: Readonly<Record<string, Readonly<Record<Cue, string>>>> = {
  en: {
    not: `not cannot never no nor neither none nothing nobody non don't doesn't didn't isn't aren't wasn't weren't won't wouldn't can't couldn't shouldn't hasn't haven't hadn't mustn't needn't`,
    none: '',
    lacking: `without except excluding exclude* unable impossible refus* declin* reject* forbid* prohibit* deny denied denies lack lacks optional voluntary void free waive* instead ineligible fail fails stop stops rather avoid* prevent* lose loses restricted expire* invalid`,
    only: 'only solely exclusively unless until just',
    duty: 'must required mandatory obligatory obliged compulsory',
    option: 'can may could might possible possibly allowed able permitted optional optionally eligible entitled option',
    chance: 'may might could possibly perhaps',
    certain: 'will guaranteed definitely certainly always',
    'at-once': 'immediately immediate instant instantly',
  },
  de: {
    not: 'nicht kein* nie niemals nichts niemand weder',
    none: '',
    lacking: `ohne ausser ausgenommen ausgeschlossen unmoglich verboten untersagt verweiger* abgelehnt ablehn* entfall* optional freiwillig unzulassig kostenlos* kostenfrei* gratis verzicht* anstatt statt verfall* erlischt verlier*`,
    only: 'nur ausschliesslich lediglich erst',
    duty: 'muss mussen musst musste mussten verpflichtet erforderlich zwingend obligatorisch pflicht notwendig',
    option: 'kann konnen kannst konnt konnte konnten durfen darf darfst moglich moglichkeit optional berechtigt',
    chance: 'konnte konnten moglicherweise eventuell vielleicht',
    certain: 'wird werden garantiert immer definitiv',
    'at-once': 'sofort umgehend unverzuglich sofortige*',
  },
  fr: {
    not: 'ne n non ni',
    none: 'pas aucun aucune jamais rien personne',
    lacking: `sans sauf exclu exclus exclue exclues exclut excluent impossible interdit* refus* facultatif facultative gratuit* dispens* offert* perd* annul*`,
    only: 'seulement uniquement exclusivement seul seule que qu',
    duty: 'doit doivent devez devra devront devrez faut faudra obligatoire* oblige* requis requise',
    option: 'peut peuvent pouvez pourra pourront pourrez pouvons possible possibilite permis autorise facultatif',
    chance: 'pourrait pourraient peut-etre eventuellement',
    certain: 'garanti garantie toujours certainement',
    'at-once': 'immediatement immediat immediate instantanement aussitot',
  },
  es: {
    not: 'no nunca jamas',
    none: 'ningun ninguna ninguno nadie nada tampoco ni',
    lacking: `sin salvo excepto exclu* imposible prohib* rechaz* opcional gratis gratuit* negar deneg* pierd* invalid*`,
    only: 'solo solamente unicamente exclusivamente',
    duty: 'debe deben debes debera deberan obligatorio obligatoria obligado requerido necesario hay',
    option: 'puede pueden puedes podra podran podras posible posibilidad permitido opcional',
    chance: 'podria podrian quizas quiza posiblemente',
    certain: 'garantizado siempre definitivamente',
    'at-once': 'inmediatamente inmediato inmediata instantaneamente',
  },
  pt: {
    not: 'nao nunca jamais',
    none: 'nenhum nenhuma ninguem nada tampouco nem',
    lacking: `sem exceto salvo exclu* impossivel proibid* recus* opcional gratis gratuit* negar perde* invalid*`,
    only: 'so somente apenas unicamente exclusivamente',
    duty: 'deve devem devera deverao obrigatorio obrigatoria obrigado precisa precisam necessario',
    option: 'pode podem podera poderao possivel possibilidade permitido opcional',
    chance: 'poderia poderiam talvez possivelmente',
    certain: 'garantido sempre definitivamente',
    'at-once': 'imediatamente imediato imediata instantaneamente',
  },
  ru: {
    not: 'не нет нельзя',
    none: 'никогда никакой никаких никакие никто ничего ни',
    lacking: `без кроме исключ* невозмож* запрещ* отказ* необязат* бесплатн* недоступ* отсутств* недейств* вместо сгора* теря*`,
    only: 'только исключительно лишь пока',
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
  const built = { exact, prefixes, opposites, remembered: new Map() };
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

/** Pairs of folded prefixes; short ones are whole words. */
export function oppositesIn(language: string): readonly (readonly [string, string])[] {
  return lexiconOf(language).opposites;
}
