/**
 * Lower case, compatibility forms joined, Latin accents dropped, `ё` as `е`. Cyrillic `й` and `ї` keep their marks: they
 * are letters of their own. What customers type on a foreign keyboard then meets what the help centre wrote.
 */
export function fold(text: string): string {
  const lower = text.normalize('NFKC').toLowerCase();
  if (isAscii(lower)) return lower;
  return lower
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
