import { baseOf, type Work } from './work.ts';

/** A step back is a step forward: an old version's content as the newest one. */
export async function restore(work: Work, version: number): Promise<number> {
  const { operation, versions } = work;
  await work.step('reading');
  const { row, words } = await baseOf(work, version);
  const { provider, model, modelWritten, revision } = row;
  return versions.add(operation, {
    ...{ how: 'restore', revision, words: { ...words, byName: operation.byName } },
    // It was paid for with the first of its kind.
    writer: { provider, model, modelWritten, costUsd: '0', completions: [] },
  });
}
