/** Bytes that wait for their reader at most, give or take one packet: a reader that is slow slows down the sender. */
const HIGH_WATER = 65_536;

/** The connection that a body comes over. */
export interface Wire {
  pause(): void;
  resume(): void;
  /** Gives up the connection; whatever it says after that is not heard. */
  drop(): void;
}

export type Packet = { done: false; value: Uint8Array } | { done: true; value?: Uint8Array | undefined };

export interface PacketReader {
  read(): Promise<Packet>;
  cancel(): Promise<void>;
}

/** The part of a ReadableStream that is read here, without what the class costs for each answer. */
export interface IncomingBody {
  /** All readers of a body are the same one. */
  getReader(): PacketReader;
}

/** Where a connection puts what comes. */
export interface BodySink {
  readonly body: IncomingBody;
  push(packet: Uint8Array): void;
  /** The rest has come. */
  end(): void;
  /** There is no rest; what came before is still read. */
  fail(reason: unknown): void;
  /** Ends it at once, with what came and was not read. */
  abort(reason: unknown): void;
}

type Ending = { failed: false } | { failed: true; reason: unknown };

export function createIncomingBody(wire: Wire): BodySink {
  const packets: Uint8Array[] = [];
  let waiting = 0;
  let ending: Ending | undefined;
  let pending: PromiseWithResolvers<Packet> | undefined;

  const finish = (how: Ending): void => {
    if (ending) return;
    ending = how;
    if (how.failed) pending?.reject(how.reason);
    else pending?.resolve({ done: true });
    pending = undefined;
  };
  const read = (): Promise<Packet> => {
    const value = packets.shift();
    if (value) {
      waiting -= value.byteLength;
      if (packets.length === 0) wire.resume();
      return Promise.resolve({ done: false, value });
    }
    if (ending?.failed) return Promise.reject(ending.reason);
    if (ending) return Promise.resolve({ done: true });
    pending ??= Promise.withResolvers();
    return pending.promise;
  };
  const cancel = async (): Promise<void> => {
    packets.length = 0;
    if (ending) return;
    finish({ failed: false });
    wire.drop();
  };
  const reader: PacketReader = { read, cancel };

  return {
    body: { getReader: () => reader },
    push(value) {
      if (ending) return;
      if (pending) {
        pending.resolve({ done: false, value });
        pending = undefined;
        return;
      }
      packets.push(value);
      waiting += value.byteLength;
      if (waiting >= HIGH_WATER) wire.pause();
    },
    end: () => finish({ failed: false }),
    fail: (reason) => finish({ failed: true, reason }),
    abort(reason) {
      // What has come whole is whole.
      if (ending) return;
      packets.length = 0;
      finish({ failed: true, reason });
    },
  };
}
