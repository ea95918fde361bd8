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
