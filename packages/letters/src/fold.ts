const INVISIBLE = /[\u00ad\u200b-\u200d\u2060\ufeff]/g;

/**
 * Lower case without Latin accents, `ё` as `е`, `ß` as `ss`. Cyrillic `й` keeps its mark: it is a letter of its own.
 * Invisible characters go: a soft hyphen in a figure or a name must not make it another one.
 */
export function fold(text: string): string {
  if (isLowerAscii(text)) return text;
  const lower = text.toLowerCase();
  if (isAscii(lower)) return lower;
  return lower
    .replace(INVISIBLE, '')
    .normalize('NFKC')
    .replaceAll('ё', 'е')
    .replaceAll('ß', 'ss')
    .normalize('NFD')
    .replace(/(?<=\p{Script=Latin})\p{M}+/gu, '')
    .normalize('NFC');
}

function isAscii(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) > 127) return false;
  return true;
}

/** Most words of a Latin text: nothing to do for them. */
function isLowerAscii(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code < 97 || code > 122) return false;
  }
  return true;
}
