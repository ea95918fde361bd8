import { createServer, type Socket } from 'node:net';
import { listening } from './listening.ts';

/**
 * How a command is treated: `none` as by an empty Redis, `-...` with this error; `swapped` with somebody else's reply;
 * `busy` as if another process were making the answer.
 */
export type Fault = 'none' | 'hang' | 'reset' | 'garbage' | 'wrong type' | 'swapped' | 'busy' | `-${string}`;

export interface FakeRedis {
  url: string;
  /** The names of the commands that came in. */
  commands: string[];
  /** Decides by the command's name, in capitals. */
  faultOf: (command: string) => Fault;
  connections(): number;
  close(): Promise<void>;
}

/** Speaks enough RESP3 to be taken for an empty Redis, and then misbehaves. */
export async function startFakeRedis(faultOf: FakeRedis['faultOf'] = () => 'none'): Promise<FakeRedis> {
  const server = createServer((socket) => {
    let pending: Buffer = Buffer.alloc(0);
    socket.on('error', () => undefined);
    socket.on('data', (chunk) => {
      const { commands, rest } = readCommands(Buffer.concat([pending, chunk]));
      pending = rest;
      for (const command of commands) answer(socket, command);
    });
  });
  const { port, connections, close } = await listening(server);
  const fake: FakeRedis = { url: `redis://127.0.0.1:${port}`, commands: [], faultOf, connections, close };

  function answer(socket: Socket, command: string[]): void {
    const name = (command[0] ?? '').toUpperCase();
    fake.commands.push(name);
    const fault = fake.faultOf(name);
    if (fault === 'reset') socket.resetAndDestroy();
    else if (fault !== 'hang') socket.write(replyWith(fault, name, command));
  }
  return fake;
}

function replyWith(fault: Exclude<Fault, 'hang' | 'reset'>, name: string, command: string[]): string {
  if (fault.startsWith('-')) return `${fault}\r\n`;
  if (fault === 'garbage') return 'HTTP/1.1 400 Bad Request\r\n\r\n<html>';
  if (fault === 'wrong type') return ':42\r\n';
  if (name === 'HELLO') return '%1\r\n+server\r\n+redis\r\n';
  if (name === 'SUBSCRIBE') return `>3\r\n+subscribe\r\n+${command[1]}\r\n:1\r\n`;
  if (name === 'SCAN') return '*2\r\n+0\r\n*0\r\n';
  if (name !== 'EVALSHA') return '+OK\r\n';
  // The scripts repeat the first argument after the keys; what follows is the look of an empty Redis.
  const token = fault === 'swapped' ? 'of-another-caller' : command[3 + Number(command[2])];
  return `*3\r\n+${token}\r\n+${fault === 'busy' ? 'wait' : 'lead'}\r\n+generation\r\n`;
}

/** Complete commands (arrays of bulk strings), and the bytes of the one that is still coming. */
function readCommands(bytes: Buffer): { commands: string[][]; rest: Buffer } {
  const commands: string[][] = [];
  let start = 0;
  for (let at = 0; ; start = at) {
    const line = (): string | undefined => {
      const end = bytes.indexOf('\r\n', at);
      const text = end < 0 ? undefined : bytes.toString('utf8', at, end);
      at = end + 2;
      return text;
    };
    const words: string[] = [];
    const count = Number(line()?.slice(1) ?? Number.NaN);
    for (let word = 0; word < count; word++) {
      const length = Number(line()?.slice(1) ?? Number.NaN);
      if (!(at + length + 2 <= bytes.length)) return { commands, rest: bytes.subarray(start) };
      words.push(bytes.toString('utf8', at, at + length));
      at += length + 2;
    }
    if (Number.isNaN(count)) return { commands, rest: bytes.subarray(start) };
    commands.push(words);
  }
}
