/**
 * Runs the work one at a time. Who asks while it runs shares the next run with all others who do: what they did before
 * they asked is in it for certain.
 */
export function oneAtATime(work: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | undefined;
  let next: Promise<void> | undefined;

  function start(): Promise<void> {
    running = work().finally(() => {
      running = undefined;
    });
    return running;
  }

  async function afterwards(before: Promise<void>): Promise<void> {
    // Who asked for that run hears of its failure.
    await before.catch(() => undefined);
    next = undefined;
    return start();
  }

  return () => {
    if (next) return next;
    if (!running) return start();
    next = afterwards(running);
    return next;
  };
}
