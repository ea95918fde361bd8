/** Lines after which a mail repeats an older one, as programs write them in the languages that we meet. */
const QUOTE_HEADS = [
  /^\s*(?:on|am|le|el|em|il|op)\s.{4,200}\b(?:wrote|schrieb(?:en)?\b.*|a écrit|escribió|escreveu|ha scritto|schreef)\s*:?\s*$/iu,
  /^.{4,200}\s(?:пишет|написала?|написал\(а\)|писала?)\s*:\s*$/iu,
  /^\s*[-_=]{2,}\s*(?:original message|forwarded message|ursprüngliche nachricht|message d'origine|mensaje original|mensagem original|исходное сообщение|пересылаемое сообщение|пересланное сообщение)(?!\p{L})/iu,
  /^\s*_{20,}\s*$/,
];

/** `From: ...` followed by a date within the next lines: Outlook's head of the mail below. */
const FROM = /^\s*\*?(?:from|von|de|от|отправитель)\*?\s*:\s*\S/iu;
const SENT = /^\s*\*?(?:sent|date|gesendet|datum|envoyé|enviado|fecha|data|отправлено|дата)\*?\s*:\s*\S/iu;

const SIGNATURE_RULE = /^-- ?$/;
const SENT_FROM =
  /^\s*(?:sent from my|von meinem .{2,30} gesendet|envoyé de mon|enviado desde mi|enviado do meu|отправлено с)\s/iu;
const CLOSING =
  /^\s*(?:(?:best|kind|warm|many)?\s*(?:regards|wishes)|best|cheers|sincerely|thanks(?: and regards)?|thank you|many thanks|mit freundlichen grüßen|mit besten grüßen|viele grüße|beste grüße|cordialement|bien à vous|salutations|saludos(?: cordiales)?|un saludo|atentamente|atenciosamente|cumprimentos|abraços|с уважением|с наилучшими пожеланиями|всего доброго|спасибо)\s*[,.!–-]*\s*$/iu;

/** A closing further up than this is part of the text. */
const SIGNATURE_LINES = 12;

/** What the sender wrote: without the mail quoted below it and without the signature. All quote is kept whole. */
export function withoutMailTail(text: string): string {
  const lines = text.split('\n');
  const own = lines.slice(0, startOfQuote(lines));
  while (own.length > 0 && /^\s*(?:>.*)?$/.test(own.at(-1) ?? '')) own.pop();
  const kept = own.slice(0, startOfSignature(own)).join('\n').trim();
  return kept || text.trim();
}

function startOfQuote(lines: readonly string[]): number {
  const at = lines.findIndex((line, i) => {
    if (QUOTE_HEADS.some((head) => head.test(line))) return true;
    // Long attributions are broken: "On Monday, 3 Nov 2026 at 10:00,\nBen <ben@...> wrote:"
    const joined = `${line} ${lines[i + 1] ?? ''}`;
    if (line.length < 120 && QUOTE_HEADS[0]?.test(joined) && !QUOTE_HEADS[0].test(lines[i + 1] ?? '')) return true;
    return FROM.test(line) && lines.slice(i + 1, i + 4).some((next) => SENT.test(next));
  });
  return at < 0 ? lines.length : at;
}

function startOfSignature(lines: readonly string[]): number {
  const rule = lines.findIndex((line) => SIGNATURE_RULE.test(line) || SENT_FROM.test(line));
  const end = rule < 0 ? lines.length : rule;
  const closing = lines.findLastIndex((line, i) => i < end && i >= end - SIGNATURE_LINES && CLOSING.test(line));
  return closing < 0 ? end : closing;
}
