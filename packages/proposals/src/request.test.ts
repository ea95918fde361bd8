import fc from 'fast-check';
import { expect, test } from 'vitest';
import { MAX_STEER, parseProposalRequest } from './request.ts';

const requestId = 'request-1';

test.each([
  { requestId, what: 'generate', choices: {} },
  { requestId, what: 'generate', choices: { locale: 'pt-BR', tone: 'brief', steer: 'be brief', templateId: 't' } },
  { requestId, what: 'regenerate', version: 2, section: 'next-steps', force: true },
  { requestId, what: 'edit', version: 2, section: 'summary', text: '', confirmed: false },
  { requestId, what: 'quote', version: 1 },
  { requestId, what: 'attach', version: 1, confirmed: true },
])('%j is understood', (body) => {
  expect(parseProposalRequest(body)).toEqual(body);
});

test.each([
  [{ what: 'attach', version: 1 }],
  [{ requestId: 'short', what: 'attach', version: 1 }],
  [{ requestId, what: 'publish', version: 1 }],
  [{ requestId, what: 'attach', version: 0 }],
  [{ requestId, what: 'attach', version: 1, userId: '12' }],
  [{ requestId, what: 'quote', version: 1, confirmed: 'yes' }],
  [{ requestId, what: 'restore', version: 1, confirmed: true }],
  [{ requestId, what: 'edit', version: 1, section: 'pricing', text: 'free' }],
  [{ requestId, what: 'generate', choices: { locale: 'not a language' } }],
  [{ requestId, what: 'generate', choices: { steer: 'x'.repeat(MAX_STEER + 1) } }],
])('%j is refused', (body) => {
  expect(() => parseProposalRequest(body)).toThrow('Expected a requestId');
});

test('anything at all is understood or refused', () => {
  fc.assert(
    fc.property(fc.anything(), (body) => {
      expect(() => parseProposalRequest(body)).toThrow('Expected');
    }),
  );
});
