import type { AddressKind } from './contain-marks.ts';

/** Letters of scripts that part words by spaces: in Chinese or Thai an address may stand within the sentence. */
const L = String.raw`\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Devanagari}\p{M}`;
const N = String.raw`\p{Nd}`;
const LABEL = `[${L}${N}](?:[${L}${N}_-]{0,62}[${L}${N}])?`;
const BEFORE = `(?<![${L}${N}@._-])`;
const AFTER = `(?![${L}${N}_])`;
/** Where an address may end without a space. */
const SIGN = String.raw`[^\s<>\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\u3000-\u303f\uff01-\uff0f\uff1a-\uff20]`;
const PATH = String.raw`(?::\d{1,5})?(?:[/?#]${SIGN}*)?`;

/** Within a line. */
const GAP = String.raw`[^\S\n]`;
/** Behind an e-mail address it fills in a letter. */
const QUERY = String.raw`(?:\?${SIGN}*)?`;

const DOT_WORD = '(?:dot|punkt|punto|point|ponto|nokta|точка|тчк)';
const SPELLED_DOT = String.raw`(?:${GAP}?[\[({<]${GAP}?(?:\.|${DOT_WORD})${GAP}?[\])}>]${GAP}?|${GAP}${DOT_WORD}${GAP}|${GAP}\.${GAP}?|%2e)`;
/** Full width, and the full stop of Chinese where no Chinese stands beside it. */
const TYPED_DOT = '(?:[.．｡]|(?<=[a-z0-9])。(?=[a-z0-9]))';
const DOT = `(?:${TYPED_DOT}|${SPELLED_DOT})`;
const AT_WORD = '(?:at|ät|chez|arroba|собака)';
const BRACKETED_AT = String.raw`${GAP}?[\[({<]${GAP}?(?:@|${AT_WORD})${GAP}?[\])}>]${GAP}?`;
const MAILBOX = `(?:mailto:|${BEFORE})[${L}${N}._%+'-]{1,64}`;
/** Endings that make an address of words that look like prose. */
const ENDING = `(?:com|net|org|info|biz|io|app|dev|co|me|ly|gl|to|cc|tv|gg|ai|xyz|top|site|online|shop|store|club|link|click|live|pro|ru|рф|su|de|fr|es|pt|br|uk|us|eu|ca|au|cn|jp|kr|tr|in|it|nl|pl|ch|at|ua|by|kz|mx|ar|cl|example|test|invalid|onion|gov|edu)`;

const DIGIT_WORD = `(?:zero|one|two|three|four|five|six|seven|eight|nine|null|eins|zwei|drei|vier|fünf|sechs|sieben|acht|neun|ноль|один|два|три|четыре|пять|шесть|семь|восемь|девять|cero|uno|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|um|dois|quatro|sete|oito|nove|un|deux|trois|quatre|cinq|sept|huit|neuf)`;

const pattern = (kind: AddressKind, source: string, flags: 'gu' | 'giu' = 'giu') =>
  ({ kind, pattern: new RegExp(source, flags) }) as const;

/** How addresses are written, in order of trust: what one has found, a later one does not look at again. */
export const ADDRESS_PATTERNS: readonly { kind: AddressKind; pattern: RegExp }[] = [
  // Any scheme, also a spoiled one, with slashes of whatever kind: what is before an @ is part of the trick. Whatever it
  // is glued to, a number or a long word, readers' programs make a link of it.
  pattern(
    'link',
    String.raw`[a-z][a-z0-9+.-]{1,20}${GAP}?(?::|[\[(]:[\])])${GAP}?(?:[/\\]${GAP}?[/\\]|(?<=https?:)[/\\])[^\s<>]${SIGN}*`,
  ),
  pattern(
    'link',
    `(?<![a-z])(?:javascript|vbscript|data|blob|file|intent|whatsapp|tg|viber|skype|bitcoin|ethereum):(?!\\[)${SIGN}+`,
  ),
  pattern('email', `${MAILBOX}${GAP}?[@＠﹫]${GAP}?(?:${LABEL}${DOT}){1,8}[${L}]{2,24}${AFTER}${QUERY}`),
  pattern('email', `${MAILBOX}${BRACKETED_AT}(?:${LABEL}${DOT}){1,8}[${L}]{2,24}${AFTER}${QUERY}`),
  pattern('email', `${MAILBOX}${GAP}${AT_WORD}${GAP}(?:${LABEL}${SPELLED_DOT}){1,8}${ENDING}${AFTER}${QUERY}`),
  pattern('link', String.raw`(?<![:a-z0-9/\\])(?:\/\/|\\\\)[${L}${N}]${SIGN}*\.${SIGN}+`),
  pattern('link', `${BEFORE}(?:${LABEL}${TYPED_DOT}){1,8}${ENDING}${AFTER}${PATH}`),
  pattern('link', `${BEFORE}(?:${LABEL}${DOT}){0,7}${LABEL}${SPELLED_DOT}${ENDING}${AFTER}${PATH}`),
  // Whatever else is written like a host, in small letters: new endings come every month.
  pattern(
    'link',
    String.raw`${BEFORE}(?:[\p{Ll}\p{Lo}\p{N}][\p{Ll}\p{Lo}\p{N}-]{1,62}\.){1,8}(?:xn--[a-z0-9-]{2,40}|[a-z]{2,24})${AFTER}${PATH}`,
    'gu',
  ),
  pattern('link', String.raw`(?<![${N}.])\d{1,3}(?:\.\d{1,3}){3}(?!\.?\d)${PATH}`),
  pattern('link', `(?<![${L}${N}.])@[${L}${N}_]{4,32}`),
  pattern('account', `(?<![${L}${N}])[A-Z]{2}[0-9]{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,4})?${AFTER}`, 'gu'),
  pattern(
    'account',
    `(?<![${L}${N}])(?:bc1[a-z0-9]{20,80}|0x[a-fA-F0-9]{40}|[13T][a-km-zA-HJ-NP-Z1-9]{25,34})${AFTER}`,
    'gu',
  ),
  pattern('account', String.raw`(?<![${L}${N}])${N}{4}(?:[ \u00a0-]?${N}{4}){3}${AFTER}`),
  pattern('phone', `(?<![${L}${N}])(?:1[ -])?8(?:00|88|77|66|55|44|33)[ -][A-Z][A-Z-]{3,12}${AFTER}`, 'gu'),
  pattern(
    'phone',
    String.raw`(?<![${L}${N}.,/-])[+＋]?\(?${N}(?:[ \u00a0\u202f().．／－‐-–/-]{0,3}${N}){6,17}${AFTER}`,
  ),
  pattern('phone', String.raw`(?<![${L}])(?:${DIGIT_WORD}[\s,-]{1,3}){5,}${DIGIT_WORD}(?![${L}])`),
];

const SPELLED_DOTS = new RegExp(`${SPELLED_DOT}|[．｡。]`, 'giu');
const SPELLED_ATS = new RegExp(`${BRACKETED_AT}|${GAP}${AT_WORD}${GAP}|${GAP}?[＠﹫]${GAP}?`, 'giu');

/** An address as it would be typed: without brackets, spaces and words for its signs. */
export function plainForm(written: string, kind: AddressKind): string {
  if (kind === 'phone' || kind === 'account')
    return [...written.normalize('NFKC')]
      .filter((sign) => /[\p{L}\p{N}]/u.test(sign))
      .join('')
      .toLowerCase();
  const typed = written.replace(SPELLED_DOTS, '.').replace(SPELLED_ATS, '@').replace(/\s+/g, '');
  return kind === 'email' ? typed.replace(/^mailto:/i, '') : typed;
}
