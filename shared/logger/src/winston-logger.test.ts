import { PassThrough } from 'node:stream';
import { AppError } from '@draftsmith/errors';
import { expect, test } from 'vitest';
import { createLogger } from './winston-logger.ts';

function capture(level: 'debug' | 'info' | 'silent') {
  const stream = new PassThrough();
  return {
    log: createLogger({ level, stream }),
    lines: () =>
      String(stream.read() ?? '')
        .trim()
        .split('\n')
        .filter(Boolean)
        .map((line) => JSON.parse(line)),
  };
}

test('lines are JSON with the bound fields, and levels are respected', () => {
  const { log, lines } = capture('info');
  const child = log.child({ component: 'worker' });
  child.debug('not this');
  child.info('this', { draft: 'd1', ms: 3 });
  expect(lines()).toMatchObject([{ level: 'info', message: 'this', component: 'worker', draft: 'd1', ms: 3 }]);
  const quiet = capture('silent');
  quiet.log.error('nothing');
  expect(quiet.lines()).toEqual([]);
});

test('secrets and addresses that slipped in are hidden, in messages, fields and errors', () => {
  const { log, lines } = capture('debug');
  const cause = Object.assign(new Error('body of anna@example.com'), { code: 'E1' });
  log.error('sent Bearer abcdefghijkl to anna@example.com', {
    zendeskToken: 'abc',
    url: 'postgresql://joe:pw@127.0.0.1/x',
    key: 'sk-abcdefghij',
    error: new AppError('auth', 'no access for anna@example.com', { cause }),
  });
  const text = JSON.stringify(lines());
  for (const secret of ['abcdefghijkl', 'anna@', 'joe', ':pw', 'sk-abc', '"abc"', 'body of'])
    expect(text).not.toContain(secret);
  expect(text).toContain('"kind":"auth"');
  expect(text).toContain('"code":"E1"');
});

test('the code of what a foreign error stands for is told, its words are not; an error that is its own cause ends', () => {
  const { log, lines } = capture('info');
  const refusal = Object.assign(new Error('for anna'), { code: '40P01' });
  log.error('broke', {
    error: new AppError('unavailable', 'Not taken', { cause: new Error('insert anna', { cause: refusal }) }),
  });
  const circle = new Error('round');
  circle.cause = circle;
  log.error('broke', { error: circle });
  const [first] = lines();
  expect(first.error.cause.cause.code).toBe('40P01');
  expect(JSON.stringify(first)).not.toContain('anna');
});
