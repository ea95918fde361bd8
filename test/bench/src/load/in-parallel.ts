/** Works on the numbers from `from` on, `atOnce` at the same time, each worker taking the next when it is done. */
export async function inParallel(
  { from, count }: { from: number; count: number },
  atOnce: number,
  work: (number: number) => Promise<void>,
): Promise<void> {
  let next = from;
  const worker = async () => {
    while (next < from + count) {
      const mine = next;
      next += 1;
      await work(mine);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
}
