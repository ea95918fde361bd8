// Tests talk to this machine only. A vendor SDK that slips past its stand-in fails here, loudly, instead of reaching out.
import { Socket } from 'node:net';

const loopback = /^(localhost|127\.\d+\.\d+\.\d+|::1)$/;
const connect = Socket.prototype.connect;

Socket.prototype.connect = function guarded(this: Socket, ...args: unknown[]) {
  const first: unknown = Array.isArray(args[0]) ? args[0][0] : args[0];
  const host = typeof first === 'object' && first !== null && 'host' in first && first.host ? String(first.host) : '';
  if (host && !loopback.test(host)) throw new Error(`A test tried to reach ${host}; use a simulator on loopback`);
  return Reflect.apply(connect, this, args);
} as typeof connect;

// Property tests choose other values each time, and say how to repeat those that fail. Where a run must not depend on
// chance, a seed makes it choose the same.
const { DRAFTSMITH_TEST_SEED: seed } = process.env;
if (seed) {
  const { configureGlobal } = await import('fast-check');
  configureGlobal({ seed: Number(seed) });
}
