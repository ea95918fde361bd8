import { inspect } from 'node:util';
import { AppError } from '@draftsmith/errors';
import nock from 'nock';
import { expect } from 'vitest';
import { createHubSpotClient, type HubSpotClientOptions } from '../client.ts';

/** On loopback: the guard of all tests refuses other hosts before nock sees them. */
export const HOST = 'http://localhost:4997';

export const NOW = new Date('2026-11-20T10:00:00Z');

/** A client whose answers are written down one by one, and what it warned of. */
export function fakeClient(options: Partial<HubSpotClientOptions> = {}) {
  const warnings: string[] = [];
  const client = createHubSpotClient({
    baseUrl: HOST,
    accessToken: async () => 'token-1',
    now: () => NOW,
    warn: (message) => warnings.push(message),
    // Looked up at each call: nock replaces the global one.
    fetch: (...request) => fetch(...request),
    ...options,
  });
  return { client, warnings };
}

/** What was expected and not asked for; empties the list. */
export function unusedAnswers(): string[] {
  const unused = nock.pendingMocks();
  nock.cleanAll();
  nock.enableNetConnect();
  return unused;
}

/** What a promise fails with; a success, and anything but an AppError, fails the test. */
export function errorOf(value: Promise<unknown>): Promise<AppError> {
  return value.then(
    () => expect.fail('it did not fail'),
    (thrown) => (thrown instanceof AppError ? thrown : expect.fail(`${inspect(thrown)} is no AppError`)),
  );
}
