import { fold } from '../fold.ts';

/** Names that nobody and nothing in one request is called, each handed out once. */
export interface NamePool {
  avoid(text: string): void;
  /** Whether none of these words occurs. */
  areFree(words: readonly string[]): boolean;
  /** The next of a list; undefined when all are taken. */
  next(names: readonly string[], suits?: (name: string) => boolean): string | undefined;
}

export function createNamePool(): NamePool {
  const taken = new Set<string>();
  // Whole texts, not their words: of "1234Schmidt" a word "Schmidt" is left once the number is replaced.
  const texts: string[] = [];
  const cursors = new Map<readonly string[], number>();
  const isFree = (word: string) => !taken.has(word) && !texts.some((text) => text.includes(word));
  const areFree = (words: readonly string[]) => words.every((word) => isFree(fold(word)));

  return {
    avoid(text) {
      texts.push(fold(text));
    },
    areFree,
    next(names, suits = () => true) {
      for (let i = cursors.get(names) ?? 0; i < names.length; i++) {
        const name = names[i] ?? '';
        // The genitive of Becker must not be a Beckers who is somebody else.
        if (!areFree([name, `${name}s`]) || !suits(name)) continue;
        cursors.set(names, i + 1);
        taken.add(fold(name));
        taken.add(fold(`${name}s`));
        return name;
      }
      return undefined;
    },
  };
}
