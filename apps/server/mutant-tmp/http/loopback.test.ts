import type { IncomingMessage } from 'node:http';
import { expect, it } from 'vitest';
import { isDirectLoopback, isLoopbackAddress, loopbackAliases } from './loopback.ts';

const from = (address: string | undefined, headers: Record<string, string>) =>
  isDirectLoopback({ headers } as unknown as IncomingMessage, () => address);

it('knows the addresses of this machine', () => {
  for (const address of ['127.0.0.1', '127.8.9.10', '::1', '::ffff:127.0.0.1', '0:0:0:0:0:0:0:1'])
    expect([address, isLoopbackAddress(address)]).toEqual([address, true]);
  for (const address of [
    undefined,
    '',
    'localhost',
    '0.0.0.0',
    '::',
    '10.0.0.1',
    '128.0.0.1',
    '::ffff:10.0.0.1',
    '::2',
    '127.0.0',
  ])
    expect([address, isLoopbackAddress(address)]).toEqual([address, false]);
});

it('needs the address, a loopback name and no sign of a proxy', () => {
  for (const host of ['localhost', 'localhost:4310', '127.0.0.1:80', '[::1]', '[::1]:4310'])
    expect([host, from('127.0.0.1', { host })]).toEqual([host, true]);
  for (const host of [
    '',
    'evil.example',
    'localhost.',
    'localhost:4310.evil.example',
    'localhost@evil.example',
    '::1',
    '127.0.0.2',
  ])
    expect([host, from('127.0.0.1', { host })]).toEqual([host, false]);
  expect(from('127.0.0.1', {})).toBe(false);
  expect(from('192.0.2.1', { host: 'localhost' })).toBe(false);
  for (const header of ['x-forwarded-for', 'x-forwarded-host', 'x-real-ip', 'forwarded', 'via'])
    expect([header, from('127.0.0.1', { host: 'localhost', [header]: '' })]).toEqual([header, false]);
});

it('lists the names of a local server, and none of a public one', () => {
  expect(loopbackAliases('http://localhost:4310')).toEqual([
    'http://localhost:4310',
    'http://127.0.0.1:4310',
    'http://[::1]:4310',
  ]);
  expect(loopbackAliases('https://drafts.example.com')).toEqual([]);
  expect(loopbackAliases('http://localhost.example.com')).toEqual([]);
});
