import type { SentenceCheck } from '../types.ts';

/** Words that hang in the air when the sentence before them has gone. */
const DANGLING: Readonly<Record<string, RegExp>> = {
  en: /^(?:also|in addition|additionally|moreover|furthermore|besides|however|therefore|then|otherwise|that said|finally),?\s+/i,
  de: /^(?:außerdem|zusätzlich|zudem|ferner|darüber hinaus|jedoch|allerdings|daher|deshalb)\s+/i,
  fr: /^(?:de plus|en outre|par ailleurs|également|cependant|toutefois|donc|ensuite|enfin),?\s+/i,
  es: /^(?:además|asimismo|también|sin embargo|por lo tanto|por tanto|luego|por último),?\s+/i,
  pt: /^(?:além disso|ademais|também|no entanto|porém|portanto|por fim),?\s+/i,
  ru: /^(?:кроме того|также|помимо этого|более того|однако|поэтому|затем|наконец),?\s+/i,
};
/** German verbs follow such a word at once ("Außerdem gilt …"): taken out, the sentence would become a question. */
const INVERTS = new Set(['de']);
const BULLET_LINE = /^[ \t]*(?:[-–—•*·▪‣◦+]|\d{1,2}[.)])[ \t]*$/;

/**
 * Takes unsupported and contradicted sentences out. Bullets without text, lists without items and their lead-in ("…:") go as well,
 * and what follows does not begin with an "also" that refers to nothing.
 */
export function strike(text: string, sentences: readonly SentenceCheck[], language: string): string {
  const gone = withLeadIns(text, sentences);
  let [written, at] = ['', 0];
  for (const [index, sentence] of sentences.entries()) {
    written += text.slice(at, sentence.start);
    at = sentence.end;
    if (gone.has(index)) {
      // The blank between two sentences goes with the one behind it.
      written = written.replace(/[ \t]+$/, '');
    } else written += gone.has(index - 1) ? withoutDangling(sentence.text, language) : sentence.text;
  }
  return tidy(written + text.slice(at), text);
}

function isBad(sentence: SentenceCheck | undefined): boolean {
  return sentence?.verdict === 'unsupported' || sentence?.verdict === 'contradicted';
}

/** A lead-in goes when every item of its list has gone. */
function withLeadIns(text: string, sentences: readonly SentenceCheck[]): ReadonlySet<number> {
  const gone = new Set<number>();
  for (const [index, sentence] of sentences.entries()) if (isBad(sentence)) gone.add(index);
  for (let index = sentences.length - 1; index >= 0; index--) {
    if (!sentences[index]?.text.trimEnd().endsWith(':')) continue;
    let next = index + 1;
    let items = 0;
    for (; isItem(text, sentences[next]); next++) {
      items++;
      if (!gone.has(next)) break;
    }
    const empty = items > 0 ? !isItem(text, sentences[next]) : gone.has(index + 1);
    if (empty) gone.add(index);
  }
  return gone;
}

function isItem(text: string, sentence: SentenceCheck | undefined): boolean {
  if (!sentence) return false;
  const line = text.lastIndexOf('\n', sentence.start - 1) + 1;
  const before = text.slice(Math.max(line, sentence.start - 8), sentence.start);
  return BULLET_LINE.test(before) && before.trim() !== '';
}

function withoutDangling(sentence: string, language: string): string {
  const pattern = DANGLING[language] ?? DANGLING.en;
  if (!pattern || INVERTS.has(language)) return sentence;
  const rest = sentence.replace(pattern, '');
  return rest === sentence ? sentence : rest.charAt(0).toUpperCase() + rest.slice(1);
}

/** Lines that only the struck text kept alive: bullets and blanks. Numbered lists count on from one. */
function tidy(written: string, original: string): string {
  const kept = written
    .split('\n')
    .filter((line) => !BULLET_LINE.test(line))
    .map((line) => line.replace(/[ \t]+$/, ''))
    .join('\n')
    .replace(/\n{3,}/g, '\n\n');
  const numbered = renumber(kept);
  return original.startsWith('\n') ? numbered : numbered.replace(/^\n+/, '');
}

function renumber(text: string): string {
  let next = 1;
  return text
    .split('\n')
    .map((line) => {
      const item = /^([ \t]*)(\d{1,2})([.)][ \t].*)$/.exec(line);
      if (!item) {
        if (line.trim() === '' || /^\S/.test(line)) next = line.trim() === '' ? next : 1;
        return line;
      }
      if (item[2] === '1') next = 1;
      const number = Math.min(Number(item[2]), next);
      next = number + 1;
      return `${item[1]}${number}${item[3]}`;
    })
    .join('\n');
}
