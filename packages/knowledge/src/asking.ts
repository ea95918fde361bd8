/** Words by which a sentence without a question mark still asks for something, or says that something is wrong. */
const REQUEST_WORDS = `
  please|pls|plz|can you|could you|would you|can i|could i|may i|i need|i want|i would like|i'd like|how do|how can|how to|how long|how much
  |what|when|where|why|which|who|let me know|tell me|explain|send me|give me|help me|is it possible|is there|are there|do you|does|wondering|cancel|refund me|resend
  |waiting for|asap|urgent|urgently|in advance
  |пожалуйста|подскажите|скажите|прошу|просьба|помогите|можно ли|можно|могу ли|могли бы|можете|хочу|хотел бы|хотела бы|хотелось бы|нужно|надо|нужен|нужна
  |как|когда|где|куда|почему|зачем|сколько|какой|какая|какие|каким|что делать|есть ли|верните|отмените|пришлите|вышлите|объясните|уточните|жду|ждем|ждём|срочно|заранее|поменяйте|удалите
  |bitte|können sie|könnten sie|kann ich|könnt ihr|könntet ihr|kannst du|ich möchte|ich will|ich brauche|ich hätte|wie kann|wie lange|wie viel|wie|wann|wo|wohin|warum|weshalb|wieso|welche[rsnm]?|gibt es|würde gerne?|dringend|im voraus|stornieren sie|schicken sie|erklären sie|warte auf
  |por favor|pueden|puede|podrían|podría|puedo|podéis|podríais|quiero|quisiera|quería|querría|me gustaría|necesito|cómo|cuándo|cuánto|cuánta|dónde|por qué|qué|cuál|hay alguna|urgente|de antemano|por adelantado|envíenme|mándenme|cancelen|devuélvanme|espero su
  |s'il vous plaît|svp|s'il te plaît|pouvez-vous|pourriez-vous|puis-je|peux-tu|je voudrais|je souhaite|je souhaiterais|j'aimerais|je veux|j'ai besoin|comment|quand|combien|où|pourquoi|quel(?:le)?s?|est-ce que|y a-t-il|merci de|d'avance|j'attends
  |poderiam|poderia|podem|pode|posso|gostaria|quero|queria|preciso|como|onde|quanto|qual|quais|porque|por que|enviem|cancelem|aguardo|desde já`;

const TROUBLE_WORDS = `
  not|n't|isnt|doesnt|cant|wont|didnt|never|nothing|no|none|but|however|although|though|still|yet|again|except|unfortunately|only|instead|wrong|broken|broke|missing|late|lost|error|fail(?:s|ed|ing)?|problem|issue|damaged|
  defective|double|twice|stopped|stuck|refuse[sd]?|complain|complaint|disappoint\\p{L}*|angry|unacceptable|ridiculous|nobody|sadly|crash\\p{L}*
  |не|нет|ни|никто|ничего|но|однако|хотя|только|опять|снова|всё ещё|все еще|до сих пор|сломал\\p{L}*|ошибк\\p{L}*|проблем\\p{L}*|брак|потерял\\p{L}*|задерж\\p{L}*|дважды|к сожалению|жаль|зря|безобразие
  |nicht|kein(?:e[rnms]?)?|nie|nichts|aber|jedoch|allerdings|trotzdem|immer noch|wieder|leider|nur|außer|falsch\\p{L}*|kaputt\\p{L}*|defekt\\p{L}*|fehl\\p{L}*|problem\\p{L}*|beschädigt\\p{L}*|doppelt|zweimal|verloren|niemand|enttäusch\\p{L}*|beschwer\\p{L}*
  |nunca|nada|nadie|pero|sin embargo|aunque|todavía|aún|solo|sólo|salvo|excepto|ningun[oa]?|ningún|lamentablemente|desgraciadamente|mal|rot[oa]s?|falla\\p{L}*|fallo\\p{L}*|error\\p{L}*|falta\\p{L}*|dañad[oa]s?|dos veces|perdid[oa]s?|otra vez
  |ne|n|pas|jamais|rien|personne|mais|cependant|pourtant|toujours|encore|sauf|seulement|malheureusement|aucun(?:e)?|mauvais(?:e)?|cassée?s?|erreur|problème|panne|manque\\p{L}*|endommagée?s?|perdue?s?|deux fois|retard
  |não|nenhum[a]?|ninguém|mas|porém|contudo|embora|ainda|apenas|exceto|infelizmente|errad[oa]s?|quebrad[oa]s?|erro|falha\\p{L}*|danificad[oa]s?|duas vezes|atras\\p{L}*|de novo`;

const REQUEST = wordPattern(REQUEST_WORDS);
const TROUBLE = wordPattern(TROUBLE_WORDS);

function wordPattern(words: string): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${words.replace(/\s*\n\s*/g, '')})(?![\\p{L}\\p{N}])`, 'iu');
}

/** Whether a sentence asks: a question mark (also Greek, Arabic, full-width), or the words of a request. */
export function asks(sentence: string): boolean {
  return /[?？؟¿]/.test(sentence) || REQUEST.test(plain(sentence));
}

/** Whether a sentence says that something is wrong, or takes something back ("but ..."). */
export function troubled(sentence: string): boolean {
  return TROUBLE.test(plain(sentence)) || /n['’]t(?!\p{L})/u.test(sentence);
}

function plain(sentence: string): string {
  return sentence.normalize('NFC').replaceAll('’', "'").replace(/\s+/g, ' ');
}
