import { expect, it } from 'vitest';
import { hostOf, isPrivate, isThisMachine } from './where.ts';

it.each([
  ['http://localhost:11434/v1', true, true],
  ['http://127.0.0.1:8000/v1', true, true],
  ['http://127.9.9.9', true, true],
  ['http://[::1]:8000/v1', true, true],
  ['http://10.1.2.3/v1', false, true],
  ['http://172.31.0.1', false, true],
  ['http://172.32.0.1', false, false],
  ['http://192.168.1.5', false, true],
  ['http://[fd12::1]/v1', false, true],
  ['http://ollama:11434/v1', false, true],
  ['http://GPU.internal/v1', false, true],
  ['https://127.0.0.1.example.com/v1', false, false],
  ['https://10.example.com', false, false],
  ['https://localhost.example.com', false, false],
  ['https://api.openai.com/v1', false, false],
  ['http://[2001:db8::1]/v1', false, false],
  ['http://2130706433/', true, true],
  ['no address', false, false],
])('%s: this machine %s, private %s', (url, machine, within) => {
  const host = hostOf(url);
  expect([isThisMachine(host), isPrivate(host)]).toEqual([machine, within]);
});
