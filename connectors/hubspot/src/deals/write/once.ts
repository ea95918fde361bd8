import { isAppError } from '@draftsmith/errors';

/**
 * Leaves one artefact, however often it is repeated: looks first, then writes; and where nobody knows whether the write
 * happened, looks once more. It is never sent again from here, because it may still be on its way.
 */
export async function once<Found>(steps: {
  find: () => Promise<Found | undefined>;
  create: () => Promise<Found>;
  signal: AbortSignal;
}): Promise<{ kind: 'created' | 'already-there'; value: Found }> {
  const earlier = await steps.find();
  if (earlier !== undefined) return { kind: 'already-there', value: earlier };
  try {
    return { kind: 'created', value: await steps.create() };
  } catch (thrown) {
    const isUnknown = isAppError(thrown) && (thrown.kind === 'timeout' || thrown.kind === 'unavailable');
    if (!isUnknown || steps.signal.aborted) throw thrown;
    const value = await steps.find().catch(() => undefined);
    if (value === undefined) throw thrown;
    return { kind: 'created', value };
  }
}
