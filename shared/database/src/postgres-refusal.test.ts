import { expect, test } from 'vitest';
import { openDatabase } from './open.ts';
import { postgresRefusal } from './postgres-refusal.ts';

const coded = (code: string) => Object.assign(new Error('password=hunter2'), { code });

test('the reason is found below what wraps it', () => {
  expect(postgresRefusal(new Error('query failed', { cause: coded('3D000') }))).toMatch(/no such database/);
  expect(postgresRefusal(new AggregateError([coded('ECONNREFUSED')]))).toMatch(/nothing listens/);
});

test('what is not known is not guessed', () => {
  expect(postgresRefusal(coded('XX000'))).toBeUndefined();
  expect(postgresRefusal('text')).toBeUndefined();
  const circle = new Error('circle');
  circle.cause = circle;
  expect(postgresRefusal(circle)).toBeUndefined();
});

test('a server that is not there is told as such, without the address', async () => {
  const url = 'postgresql://somebody:hunter2@127.0.0.1:9/nothing';
  const failure = await openDatabase({ url, dataDir: '' }).catch((error: unknown) => error);
  expect(failure).toMatchObject({
    kind: 'invalid',
    message: expect.stringMatching(/^PostgreSQL cannot be used: check DATABASE_URL.*nothing listens/),
  });
  expect((failure as Error).message).not.toContain('hunter2');
});
