/** Abbreviations after which a full stop does not end a sentence, folded, without the stop. */
const ABBREVIATIONS = new Set(
  `e.g i.e etc vs no nr mr mrs ms dr prof st inc ltd approx z.b d.h bzw usw ca inkl zzgl ggf evtl u.a z.t tel abs
   т.е т.д т.п т.к напр руб г ул стр см тел им p.ej ej sr sra srta ud uds núm pág p.ex ex m mme av art vol min max`.split(
    /\s+/,
  ),
);

const segmenters = new Map<string, Intl.Segmenter>();

function segmenter(language: string): Intl.Segmenter {
  const known = segmenters.get(language);
  if (known) return known;
  const built = new Intl.Segmenter(language, { granularity: 'sentence' });
  segmenters.set(language, built);
  return built;
}

/** The sentences of one paragraph, trimmed, none empty. A line break ends a sentence too: mail is written in lines. */
export function sentences(text: string, language = 'en'): string[] {
  const found: string[] = [];
  for (const line of text.split(/\n+/)) {
    let pending = '';
    for (const { segment } of segmenter(language).segment(line)) {
      pending += segment;
      if (endsInAbbreviation(pending)) continue;
      if (pending.trim()) found.push(pending.trim());
      pending = '';
    }
    if (pending.trim()) found.push(pending.trim());
  }
  return found;
}

function endsInAbbreviation(text: string): boolean {
  const word = /([\p{L}.]+)\.\s*$/u.exec(text)?.[1];
  return word !== undefined && ABBREVIATIONS.has(word.toLowerCase());
}
