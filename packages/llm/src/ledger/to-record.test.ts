import { describe, expect, it } from 'vitest';
import type { Attempt } from '../contract/completion.ts';
import { aRequest } from '../testing/requests.ts';
import { anAttempt } from './testing.ts';
import { type Redact, toRecord } from './to-record.ts';

const circumstances = { id: 'id-1', traceId: 'f'.repeat(32), cache: 'off', ms: 1, at: new Date(0) } as const;

function record(attempt: Partial<Attempt>, redact?: Redact) {
  const attempts = [anAttempt(attempt)];
  const ending = { kind: 'exhausted', detail: 'Nobody answered', attempts, skipped: [], retryable: false } as const;
  return toRecord(aRequest(), ending, {}, { circumstances, redact });
}

describe('without somebody who redacts, a record', () => {
  it('has no word that a model said when it refused', () => {
    const kept = record({ outcome: 'refused', detail: 'OpenAI declined to answer: Jane Doe is none of your business' });
    expect(JSON.stringify(kept)).not.toContain('Jane');
    expect(kept.attempts).toMatchObject([{ outcome: 'refused', detail: 'The model declined to answer' }]);
  });

  it('has our own sentences', () => {
    expect(record({ outcome: 'failed', detail: 'OpenAI is not available' }).attempts).toMatchObject([
      { detail: 'OpenAI is not available' },
    ]);
  });
});

it('has what a model said when it refused, redacted', () => {
  const kept = record({ outcome: 'refused', detail: 'Not for Jane Doe' }, (text) => text.replace('Jane Doe', '[X]'));
  expect(kept.attempts).toMatchObject([{ detail: 'Not for [X]' }]);
});
