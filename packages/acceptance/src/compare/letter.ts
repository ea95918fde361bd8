import { cleanMessage } from '@draftsmith/knowledge';

const WORDS = [
  'hi|hello|hey|dear|greetings|good (?:morning|afternoon|evening|day)',
  'hallo|moin|servus|grüß gott|guten (?:tag|morgen|abend)|lieber?|sehr geehrter?|sehr geehrte',
  'hola|buen día|buen[oa]s(?: (?:días|tardes|noches))?|estimad[oa]s?|querid[oa]s?',
  'bonjour|bonsoir|salut|ch[eè]re?|ol[áa]|oi|bom dia|boa (?:tarde|noite)|prezad[oa]s?|car[oa]s?',
  'здравствуйте?|привет|приветствую|добрый (?:день|вечер)|доброе утро|доброго (?:дня|времени суток)|уважаем(?:ый|ая|ые)',
].join('|');
/** "Dear Sir or Madam", "Hi there". */
const SMALL =
  'there|all|team|everyone|again|sir|madam|or|and|customers?|frau|herr|und|y|e|et|и|señor(?:a|es|as)?|don|doña|doctora?|client[ea]s?|madame|monsieur|senhora?|господин|госпожа|коллеги';
/** A greeting with whom it greets, up to its comma or the line's end; "Hello, your …" is one of its own. */
const GREETING = new RegExp(
  `^[¡]?(?:(?:${WORDS})(?!\\p{L}))(?:,?[ ](?:\\p{Lu}[\\p{L}\\p{M}.'’-]*|\\[[^\\]\\n]{1,40}\\]|(?:${SMALL})(?!\\p{L}))){0,6}[ ]*(?:[,!.:;–—-]+(?=\\s|$)|(?=\\n)|$)\\s*`,
  'iu',
);
/** A name is one by its capital, which the pattern above cannot ask for: it ignores case for the greeting's sake. */
const LOWER_NAME = new RegExp(`[ ](?!(?:${SMALL})(?!\\p{L}))\\p{Ll}`, 'u');
const OPENING = new RegExp(`^[¡]?(?:${WORDS})`, 'iu');
/** A signature below a signature; "Good morning! Dear Ms Weber,". */
const MOST_LAYERS = 3;
/** Characters; no agent writes more. */
const LONGEST = 100_000;

const ENTITIES: Readonly<Record<string, string>> = {
  '&nbsp;': ' ',
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
  '&apos;': "'",
};
const BLOCKS = /<\/?(?:br|p|div|li|ul|ol|tr|h[1-6])\b[^<>]{0,500}>/gi;
const INLINE = /<\/?(?:a|b|i|u|em|strong|span|font|code)\b[^<>]{0,500}>/gi;
/** A sign of signatures by itself: an agent's name alone, or with a title, behind a blank line. */
const MOST_SIGNING_LINES = 4;
const NAME_LINE = /^\p{Lu}[\p{L}.'’-]*(?:[ ,|·–-]+\p{Lu}?[\p{L}.'’&-]+){0,4}$/u;

/**
 * What a letter says: without markup, greeting, signature and quoted mail. Never empty for a letter with words: where
 * nothing would be left, what was to go stays.
 */
export function bodyOf(letter: string): string {
  let body = withoutMarkup(letter.slice(0, LONGEST)).trim();
  for (let i = 0; i < MOST_LAYERS; i++) body = orAsBefore(withoutNames(cleanMessage(body)), body);
  for (let i = 0; i < MOST_LAYERS; i++) body = orAsBefore(withoutGreeting(body), body);
  return body;
}

function withoutMarkup(text: string): string {
  return text
    .replace(BLOCKS, '\n')
    .replace(INLINE, '')
    .replace(/&(?:nbsp|amp|lt|gt|quot|#39|apos);/g, (entity) => ENTITIES[entity] ?? entity)
    .replaceAll('\r\n', '\n');
}

function withoutGreeting(text: string): string {
  const [greeting] = GREETING.exec(text) ?? [];
  if (!greeting) return text;
  return LOWER_NAME.test(greeting.replace(OPENING, '')) ? text : text.slice(greeting.length);
}

/** A last paragraph of names and titles: what remains where the closing words were left out. */
function withoutNames(text: string): string {
  const blank = text.lastIndexOf('\n\n');
  if (blank < 0) return text;
  const lines = text.slice(blank).trim().split('\n');
  const isSigned = lines.length <= MOST_SIGNING_LINES && lines.every((line) => NAME_LINE.test(line.trim()));
  return isSigned ? text.slice(0, blank).trimEnd() : text;
}

function orAsBefore(text: string, before: string): string {
  return /[\p{L}\p{N}]/u.test(text) ? text.trim() : before;
}
