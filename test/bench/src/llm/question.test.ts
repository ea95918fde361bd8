import { createRedactor } from '@draftsmith/privacy';
import { expect, test } from 'vitest';
import { question } from './question.ts';

test('no two questions are the same to the cache: they differ after redaction', () => {
  const redacted = Array.from({ length: 300 }, (_, i) => {
    const { text, customer } = question(i + 1);
    return createRedactor([customer]).redact(text);
  });
  expect(new Set(redacted).size).toBe(redacted.length);
});

test('redaction has something to do, and puts the customer back', () => {
  const { text, customer } = question(1);
  const redactor = createRedactor([customer]);
  const redacted = redactor.redact(text);
  for (const value of Object.values(customer)) {
    expect(text).toContain(value);
    expect(redacted).not.toContain(value);
  }
  expect(redactor.restore('Hello [PERSON_1],')).toBe(`Hello ${customer.name},`);
});
