/** Letters and digits of mathematics and of full width: other pictures of the same ones. Not ™, №, ½, ℹ or full stops. */
const STYLED =
  /[\u{1d400}-\u{1d7ff}\uff10-\uff19\uff21-\uff3a\uff41-\uff5a\u2102\u210a-\u210e\u2110-\u2112\u2115\u2119-\u211d\u2124\u2128\u212c\u212d\u212f-\u2131\u2133\u2134\ufb00-\ufb06]+/gu;
/** One of these is a sign (ª, ʰ in phonetics); three are a word. */
const RAISED = /[\u02b0-\u02b8\u02e1-\u02e3\u1d2c-\u1d6a\u1d78\u1d9b-\u1dbf\u2071\u207f\u2090-\u209c]{3,}/gu;
/** One of these is a sign (Ⓜ, 🅿); three are a word. */
const FRAMED = /[\u249c-\u24e9\u{1f110}-\u{1f129}\u{1f130}-\u{1f149}\u{1f150}-\u{1f169}\u{1f170}-\u{1f189}]{3,}/gu;
/** Where each alphabet in frames begins. */
const FRAMED_ALPHABETS = [0x249c, 0x24b6, 0x24d0, 0x1f110, 0x1f130, 0x1f150, 0x1f170];

const SMALL_CAPITALS = [...'ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘꞯʀꜱᴛᴜᴠᴡxʏᴢ'];
const SMALL_WORD = /(?<!\p{L})[ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘꞯʀꜱᴛᴜᴠᴡsxʏᴢ]{3,}(?!\p{L})/gu;

/** Letters in fancy dress as the plain ones that they are read as. */
export function plainLetters(text: string): string {
  return text
    .replace(STYLED, (run) => run.normalize('NFKC'))
    .replace(RAISED, (run) => run.normalize('NFKC'))
    .replace(FRAMED, (run) => [...run].map(unframed).join(''))
    .replace(SMALL_WORD, (run) => [...run].map(fromSmallCapital).join(''));
}

function unframed(letter: string): string {
  const code = letter.codePointAt(0) ?? 0;
  const first = FRAMED_ALPHABETS.findLast((start) => start <= code) ?? code;
  return String.fromCharCode(97 + code - first);
}

function fromSmallCapital(letter: string): string {
  const index = SMALL_CAPITALS.indexOf(letter);
  return index < 0 ? letter : String.fromCharCode(97 + index);
}
