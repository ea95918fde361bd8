import { AppError } from '@draftsmith/errors';
import type { Logger } from '@draftsmith/logger';
import type { Clock } from '../clock.ts';
import type { CacheKey } from './answer-store.ts';
import { idOf } from './memory.ts';
import { openRedisLink } from './redis-link.ts';
import { forget, look, type Making, type Place, randomToken, renew, settle, sweep } from './redis-steps.ts';
import type { SealedAnswer } from './sealed-answer.ts';
import { createWaitingRoom } from './waiting-room.ts';
import { channelOf, decode, decodeNews } from './wire.ts';

export interface SharedOptions extends Place {
  url: string;
  /** The longest that a caller waits for Redis, in milliseconds. */
  commandMs: number;
  /** The longest that a caller waits for another process's answer, in milliseconds. */
  waitMs: number;
}

/** What the memory of this process has to do with it. */
export interface SharedPorts {
  clock: Clock;
  logger: Logger;
  /** Read before each look. */
  epoch: () => number;
  onPurged: (account: string) => void;
  /** Purges may have been missed. */
  onReconnected: () => void;
}

export type Claim =
  /** `waited`: made while the caller waited. `since`: the memory's epoch when it was looked. */
  | { kind: 'answer'; answer: SealedAnswer; ttlMs?: number; since: number; waited: boolean }
  /** The caller makes it and tells the end of that: without an answer when there is none for others. */
  | { kind: 'make'; settle: (answer?: SealedAnswer) => void };

/** Answers and makers of all processes on one Redis; its trouble is seen by nobody but who purges. */
export interface SharedAnswers {
  /** @param signal ends the waiting, and gives the claim back when nobody wants the answer any more. */
  claim(key: CacheKey, signal: AbortSignal): Promise<Claim>;
  /** @throws AppError `unavailable` when Redis does not answer; the next connection then begins with it. */
  purge(account: string): Promise<void>;
  /** Waits, within the limit of a command, for answers that are on their way. */
  close(): Promise<void>;
}

/** Bounds the walk through all keys of a Redis, whatever it says: at 1,000 a page, more than one holds. */
const MOST_PAGES = 1_000_000;

export function openSharedAnswers(options: SharedOptions, ports: SharedPorts): SharedAnswers {
  const { clock } = ports;
  const room = createWaitingRoom(clock);
  const owed = new Set<string>();
  const settling = new Set<Promise<unknown>>();

  const link = openRedisLink({
    url: options.url,
    channel: channelOf(options.prefix),
    probeKey: `${options.prefix}probe`,
    commandMs: options.commandMs,
    clock,
    logger: ports.logger,
    onMessage(message) {
      const news = decodeNews(message);
      if (news?.kind === 'purged') ports.onPurged(news.account);
      else if (news) room.tell(idOf(news.key), news.kind);
    },
    async onUp(redis) {
      ports.onReconnected();
      for (const account of owed) {
        await forget(redis, options, account);
        owed.delete(account);
      }
    },
    onDown: () => room.tellAll('none'),
  });

  async function claim(key: CacheKey, signal: AbortSignal): Promise<Claim> {
    const token = randomToken();
    const end = clock.now() + options.waitMs;
    for (let waited = false; ; waited = true) {
      using listener = room.listen(idOf(key));
      let since = 0;
      const looked = await link.ask((redis) => {
        since = ports.epoch();
        return look(redis, options, { key, token });
      });
      if (!looked) return { kind: 'make', settle: () => undefined };
      const { kind, text, ttlMs, generation } = looked;
      const answer = text === undefined ? undefined : decode(key, text);
      if (answer) return { kind: 'answer', answer, since, waited, ...(ttlMs !== undefined && { ttlMs }) };
      const making = { key, token, generation };
      if (kind === 'lead') return { kind: 'make', settle: holdLock(making, signal) };
      const leftMs = kind === 'wait' ? end - clock.now() : 0;
      const heard = leftMs > 0 ? await listener.next(Math.min(leftMs, options.leaseMs / 4), signal) : 'none';
      if (heard === 'none' || signal.aborted) return { kind: 'make', settle: keepOnly(making) };
    }
  }

  /** Others wait for this one: the lock is renewed until the end, and given back when the maker is not wanted. */
  function holdLock(making: Making, signal: AbortSignal): (answer?: SealedAnswer) => void {
    let stop = clock.after(options.leaseMs / 3, again);
    function again(): void {
      stop = clock.after(options.leaseMs / 3, again);
      void link.ask((redis) => renew(redis, options, making));
    }
    let ended = false;
    const end = (answer?: SealedAnswer): void => {
      if (ended) return;
      ended = true;
      stop();
      inBackground(making, answer);
    };
    signal.addEventListener('abort', () => end(), { once: true });
    return end;
  }

  /** Nobody waits for this one, but the next may have what it made. */
  function keepOnly(making: Making): (answer?: SealedAnswer) => void {
    return (answer) => answer && inBackground(making, answer);
  }

  function inBackground(making: Making, answer?: SealedAnswer): void {
    const sent: Promise<unknown> = link
      .ask((redis) => settle(redis, options, making, answer))
      .finally(() => settling.delete(sent));
    settling.add(sent);
  }

  async function purge(account: string): Promise<void> {
    owed.add(account);
    const told = await link.ask(async (redis) => {
      await forget(redis, options, account);
      return true;
    });
    if (!told) {
      const message = 'The shared cache does not answer; the account is purged there as soon as it does';
      throw new AppError('unavailable', message, { code: 'llm.purge-owed' });
    }
    owed.delete(account);
    // Out of reach already; this frees the room, and leaves nothing to read for who looks into Redis itself.
    let cursor: string | undefined = '0';
    for (let page = 0; page < MOST_PAGES && cursor !== undefined; page++) {
      const from: string = cursor;
      const next = await link.ask((redis) => sweep(redis, options, { account, cursor: from }));
      cursor = next === '0' ? undefined : next;
    }
  }

  return {
    claim,
    purge,
    async close() {
      await Promise.all(settling);
      link.close();
    },
  };
}
