import { redactForLog } from '@draftsmith/privacy';
import { expect, it } from 'vitest';
import { type CompletionLogEntry, redactingLog, toLogEntry } from './completion-log.ts';
import { aRequest } from './testing/requests.ts';

it('redacts prompt, answer and details once more before they are kept', () => {
  const kept: CompletionLogEntry[] = [];
  const log = redactingLog({ record: (entry) => kept.push(entry) }, redactForLog);
  const attempt = {
    provider: 'openai',
    model: 'm',
    ms: 1,
    outcome: 'refused',
    detail: 'About tom@example.com',
  } as const;
  const circumstances = { id: '1', draftId: null, cache: 'off', ms: 1, at: new Date(0) } as const;
  const request = aRequest({ messages: [{ role: 'user', text: 'I am anna@example.com' }] });
  const entry = toLogEntry(request, { kind: 'refused', attempts: [attempt], detail: '' }, circumstances);
  log.record({ ...entry, answer: 'Card 4111 1111 1111 1111' });
  expect(JSON.stringify(kept)).not.toMatch(/example\.com|4111/);
  expect(kept[0]?.prompt).toContain('I am [EMAIL]');
});
