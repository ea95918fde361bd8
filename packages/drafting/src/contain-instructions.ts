/** So many words in a row are no coincidence, and few enough that no rule is recognisable in what is left. */
const RUN = 8;

interface Word {
  text: string;
  start: number;
  end: number;
}

/**
 * The text without stretches that repeat the instructions word for word, unless a source says the same.
 *
 * @returns the text, and the share of its words that were taken out, 0 to 1
 */
export function withoutInstructions(
  text: string,
  instructions: string,
  sources: readonly string[],
): { text: string; share: number } {
  const ours = new Set(runsOf(wordsOf(instructions)));
  const words = wordsOf(text);
  const runs = runsOf(words);
  // Nearly always none: only then is it worth reading the sources.
  if (!runs.some((run) => ours.has(run))) return { text, share: 0 };
  const theirs = new Set(sources.flatMap((source) => runsOf(wordsOf(source))));
  const leaked = new Set<number>();
  for (const [at, run] of runs.entries()) {
    if (!ours.has(run) || theirs.has(run)) continue;
    for (let word = at; word < at + RUN; word += 1) leaked.add(word);
  }
  let result = '';
  let rest = 0;
  for (const [at, { start, end }] of words.entries()) {
    if (!leaked.has(at)) continue;
    // Between two words that go, what joins them goes, too.
    if (!leaked.has(at - 1)) result += text.slice(rest, start);
    rest = end;
  }
  return { text: result + text.slice(rest), share: leaked.size / words.length };
}

function wordsOf(text: string): Word[] {
  return [...text.matchAll(/[\p{L}\p{M}\p{N}]+/gu)].map(({ 0: word, index }) => ({
    text: word.toLowerCase(),
    start: index,
    end: index + word.length,
  }));
}

function runsOf(words: readonly Word[]): string[] {
  const runs: string[] = [];
  for (let at = 0; at + RUN <= words.length; at += 1)
    runs.push(
      words
        .slice(at, at + RUN)
        .map(({ text }) => text)
        .join(' '),
    );
  return runs;
}
