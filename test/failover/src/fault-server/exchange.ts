import { once } from 'node:events';
import type { Socket } from 'node:net';
import type { Clock } from '@draftsmith/llm';
import type { Answer } from './answer.ts';
import type { Dialect, DialectName } from './dialect.ts';

/** A request as it came, and what became of it. */
export interface Arrival {
  /** Milliseconds since the epoch, by the clock of the server. */
  at: number;
  dialect: DialectName;
  model: string;
  key: string;
  body: Record<string, unknown>;
  /** Counted from 1, for this model. */
  nth: number;
  /** Head included. */
  bytesSent: number;
  /** The client hung up before the end. */
  abandoned?: boolean;
  /** What a vendor would charge: set when an answer came to its end. */
  billed?: Answer['usage'];
}

/** One request under way, written to byte by byte. Everything rejects once the client has gone. */
export interface Exchange {
  readonly arrival: Arrival;
  readonly dialect: Dialect;
  /** What the model says when nothing goes wrong. */
  readonly answer: Answer;
  readonly clock: Clock;
  /** Milliseconds since the server began. */
  age(): number;
  /** Waits for a slow reader. */
  write(bytes: string | Uint8Array): Promise<void>;
  wait(ms: number): Promise<void>;
  /** Ends the connection in good order (FIN). */
  close(): void;
  /** Ends the connection at once (RST). */
  reset(): void;
}

/** What a model does with a request. */
export type Play = (exchange: Exchange) => Promise<void> | void;

export interface Line {
  socket: Socket;
  /** Aborts when the connection is gone. */
  gone: AbortSignal;
  clock: Clock;
  /** When the server began: milliseconds since the epoch. */
  since: number;
}

export function createExchange(
  { socket, gone, clock, since }: Line,
  parts: Pick<Exchange, 'arrival' | 'dialect' | 'answer'>,
): Exchange {
  return {
    ...parts,
    clock,
    age: () => clock.now() - since,
    async write(bytes) {
      gone.throwIfAborted();
      parts.arrival.bytesSent += Buffer.byteLength(bytes);
      if (!socket.write(bytes)) await once(socket, 'drain', { signal: gone });
    },
    wait: (ms) =>
      new Promise((resolve, reject) => {
        gone.throwIfAborted();
        const leave = (): void => {
          cancel();
          reject(gone.reason);
        };
        const cancel = clock.after(ms, () => {
          gone.removeEventListener('abort', leave);
          resolve();
        });
        gone.addEventListener('abort', leave, { once: true });
      }),
    close: () => void socket.end(),
    reset: () => void socket.resetAndDestroy(),
  };
}
