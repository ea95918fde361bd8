import type { Clock } from '../clock.ts';
import type { PicoUsd } from '../price/money.ts';
import { createAlarm } from './alarm.ts';
import { elapsed } from './elapsed.ts';
import { drawable, freeOf, giveBack, type Hold, isBooked, isSpentOut, newHold } from './hold.ts';
import type { Knowledge } from './knowledge.ts';
import { oneAtATime } from './one-at-a-time.ts';
import { type Orphans, SPARE_PART } from './store.ts';
import { NOTHING, type StoreLink, type Wish } from './store-link.ts';
import { type BudgetTiming, RETRY_MS } from './timing.ts';
import type { Window } from './windows.ts';

/** Keeps the holds of one process renewed, small and booked. */
export interface Keeper {
  begin(windows: readonly Window[]): Hold;
  /** @returns whether the least was granted. @throws AppError `unavailable`: then it may still come, later. */
  take(hold: Hold, wish: Wish): Promise<boolean>;
  /** Gives back what lies unused in this hold and in all that share a window with it, and books what was spent. */
  empty(hold: Hold): Promise<void>;
  /** To be called when a call that drew on it has been settled. */
  settled(hold: Hold): void;
  /** Tells of each settled call, until the returned function is called. */
  onSettled(callback: () => void): () => void;
  reservedIn(window: Window): PicoUsd;
  freeIn(window: Window): PicoUsd;
  /** Books all there is and gives back the rest; what runs on is booked when it is settled. */
  close(): Promise<void>;
}

export interface KeeperOptions {
  link: StoreLink;
  knowledge: Knowledge;
  clock: Clock;
  timing: BudgetTiming;
  orphans: Orphans;
  newId: () => string;
}

export function createKeeper(options: KeeperOptions): Keeper {
  const { link, knowledge, clock, timing, orphans, newId } = options;
  const holds = new Set<Hold>();
  const listeners = new Set<() => void>();
  const alarm = createAlarm(clock, () => void background(tick));
  const rules = { knowledge, idleMs: timing.idleMs, renewMs: timing.leaseMs / 3 };
  const book = oneAtATime(() => bookAll().finally(setAlarm));
  let bookedAt = -Infinity;
  let reapedAt = -Infinity;
  let closing = false;

  async function bookAll(): Promise<void> {
    const now = clock.now();
    for (const hold of holds) tidy(hold, { ...rules, now, closing });
    for (const hold of holds) if (!hold.opened && hold.spent > 0n) await link.take(hold, NOTHING);
    const due = [...holds].filter((hold) => isDue(hold, { ...rules, now, closing }));
    if (due.length > 0) bookedAt = now;
    await link.book(due);
    for (const hold of holds) if (hold.gone) holds.delete(hold);
    // The answers may say that somebody waits.
    if ([...holds].some((hold) => isExcessive(hold, { ...rules, now, closing }))) void background(book);
  }

  async function tick(): Promise<void> {
    await book();
    if (elapsed(reapedAt, clock.now()) < rules.renewMs) return;
    reapedAt = clock.now();
    await link.reap(orphans);
  }

  function setAlarm(): void {
    if (closing || holds.size === 0) return;
    if (link.inTrouble()) alarm.within(RETRY_MS);
    else alarm.within([...holds].every(isQuiet) ? rules.renewMs : timing.flushMs);
  }

  return {
    begin(windows) {
      const hold = newHold(newId(), windows, clock.now());
      holds.add(hold);
      alarm.within(timing.flushMs);
      return hold;
    },
    take: (hold, wish) => link.take(hold, wish).finally(() => (closing ? void background(book) : setAlarm())),
    async empty(own) {
      const keys = new Set(own.windows.map(({ key }) => key));
      const shares = (hold: Hold): boolean => hold.windows.some(({ key }) => keys.has(key));
      for (const hold of holds) if (hold === own || (hold.busy === 0 && shares(hold))) giveBack(hold, 0n);
      await book();
      if (orphans === 'release') await link.reap(orphans);
    },
    settled(hold) {
      // Somebody may wait for it: as far as is known, or unheard of for a while. And what was presumed is known better.
      const unheard = elapsed(bookedAt, clock.now()) >= timing.flushMs;
      const wanted = unheard || knowledge.isTight(hold.windows, hold.worst);
      if (closing || wanted || hold.fenced) void background(book);
      else alarm.within(timing.flushMs);
      for (const callback of listeners) callback();
    },
    onSettled(callback) {
      listeners.add(callback);
      return () => listeners.delete(callback);
    },
    reservedIn: ({ key }) => sumOf(holds, key, ({ reserved }) => reserved),
    freeIn: ({ key }) => sumOf(holds, key, freeOf),
    async close() {
      closing = true;
      alarm.stop();
      for (let round = 0; round < LAST_ROUNDS && ![...holds].every(isQuiet); round++) await book();
    },
  };
}

/** A lost answer may bring money that has to be given back as well. */
const LAST_ROUNDS = 5;

interface Rules {
  knowledge: Knowledge;
  idleMs: number;
  renewMs: number;
  now: number;
  closing: boolean;
}

/** Near the limit, while somebody waits there and when nobody draws any more: nothing. */
function mayKeep(hold: Hold, { knowledge, idleMs, now, closing }: Rules): PicoUsd {
  if (closing || drawable(hold, now) === 0n || elapsed(hold.drawnAt, now) >= idleMs) return 0n;
  return knowledge.isTight(hold.windows, hold.worst) ? 0n : (knowledge.room(hold.windows) ?? 0n) / SPARE_PART;
}

function tidy(hold: Hold, rules: Rules): void {
  if (hold.busy > 0) return;
  giveBack(hold, mayKeep(hold, rules));
  const unused = rules.closing || hold.fenced || elapsed(hold.drawnAt, rules.now) >= rules.idleMs;
  if (unused && isSpentOut(hold)) hold.retired = true;
  // The store never heard of it.
  if (hold.retired && !hold.opened && isBooked(hold)) hold.gone = true;
}

function isDue(hold: Hold, { now, renewMs }: Rules): boolean {
  if (hold.gone || (!hold.opened && !hold.unsure)) return false;
  return !isBooked(hold) || freeOf(hold) > 0n || hold.retired || elapsed(hold.lease.from, now) >= renewMs;
}

function isExcessive(hold: Hold, rules: Rules): boolean {
  return hold.busy === 0 && freeOf(hold) > mayKeep(hold, rules);
}

/** Nothing to do but to renew it. */
function isQuiet(hold: Hold): boolean {
  return hold.reserved > 0n && freeOf(hold) === 0n && isBooked(hold);
}

/** What nobody waits for: it is tried again, and a call that needs the store hears of the failure itself. */
async function background(work: () => Promise<void>): Promise<void> {
  await work().catch(() => undefined);
}

function sumOf(holds: Iterable<Hold>, key: string, amount: (hold: Hold) => PicoUsd): PicoUsd {
  let sum = 0n;
  for (const hold of holds) {
    const counts = !hold.fenced && hold.windows.some((window) => window.key === key);
    if (counts) sum += amount(hold);
  }
  return sum;
}
