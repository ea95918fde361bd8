import { silentLogger } from '@draftsmith/logger';
import { expect, it, vi } from 'vitest';
import type { CompletionRecord } from './record.ts';
import { createRecorder } from './recorder.ts';

it('hands a record to every observer, also after one that fails, and after a record that cannot be made', async () => {
  const error = vi.fn();
  const seen: CompletionRecord[] = [];
  const failing = () => {
    throw new Error('full');
  };
  const recorder = createRecorder([failing, (record) => seen.push(record)], { ...silentLogger, error });
  const record = { id: '1' } as CompletionRecord;
  recorder.note(failing);
  recorder.note(() => record);
  expect(seen).toEqual([]);
  await recorder.flush();
  expect(seen).toEqual([record]);
  expect(error).toHaveBeenCalledTimes(2);
});
