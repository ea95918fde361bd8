import type { CommandEnvironment } from '../../cli.ts';

export interface ImportProgress {
  count(documents: number): void;
  /** A line of its own, beside the bar. */
  remark(line: string): void;
  end(): void;
}

const WIDTH = 30;
/** Documents between two remarks where nobody watches a terminal. */
const EVERY = 10_000;
const CLEAR = '\r\u001b[K';

/** @param share of the file that was read, 0 to 1; undefined when nobody knows how much there is */
export function createImportProgress(
  { interactive, say }: Pick<CommandEnvironment, 'interactive' | 'say'>,
  share: () => number | undefined,
): ImportProgress {
  let total = 0;
  const line = () => {
    const documents = `${total.toLocaleString('en')} documents`;
    const read = share();
    if (read === undefined) return documents;
    const filled = Math.round(Math.min(1, read) * WIDTH);
    return `${'█'.repeat(filled)}${'░'.repeat(WIDTH - filled)} ${Math.floor(read * 100)} %, ${documents}`;
  };
  const clear = () => {
    if (interactive) process.stderr.write(CLEAR);
  };
  return {
    count(documents) {
      const before = total;
      total += documents;
      if (interactive) process.stderr.write(CLEAR + line());
      else if (Math.floor(before / EVERY) !== Math.floor(total / EVERY)) say(line());
    },
    remark(remark) {
      clear();
      say(remark);
    },
    end: clear,
  };
}
