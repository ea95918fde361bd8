import { expect, it } from 'vitest';
import type { AnswerStore } from './answer-store.ts';
import { answerOf, heldMaker, keyOf, makerOf } from './testing/stores.ts';

type Open = () => Promise<AsyncDisposable & { store: AnswerStore<string> }>;

/** What every answer store does, whatever it shares and whatever troubles that. Each test opens a store of its own. */
export function answerStoreContract(open: Open): void {
  keepsAnswers(open);
  makesOneOfIdenticalOnes(open);
  keepsAccountsApart(open);
}

const key = keyOf('d');

function keepsAnswers(open: Open): void {
  it('makes an answer once, and has it at once from then on', async () => {
    await using opened = await open();
    const { store } = opened;
    const make = makerOf('Hello');
    expect(store.peek(key)).toBeUndefined();
    expect(await store.through(key, make)).toEqual({ from: 'made', result: 'Hello', leader: true });
    expect(store.peek(key)).toEqual(answerOf('Hello'));
    expect(await store.through(key, make)).toEqual({ from: 'memory', kept: answerOf('Hello') });
    expect(make.calls).toBe(1);
  });

  it('keeps nothing when there is nothing to keep', async () => {
    await using opened = await open();
    const { store } = opened;
    await store.through(key, async () => ({ result: 'refused' }));
    expect(store.peek(key)).toBeUndefined();
    expect(await store.through(key, makerOf('Hello'))).toEqual({ from: 'made', result: 'Hello', leader: true });
  });

  it('hands on what the maker throws, and begins anew after it', async () => {
    await using opened = await open();
    const { store } = opened;
    const fails = async (): Promise<never> => {
      throw new Error('down');
    };
    await expect(store.through(key, fails)).rejects.toThrow('down');
    expect(await store.through(key, makerOf('Hello'))).toMatchObject({ from: 'made', result: 'Hello' });
  });

  it('goes on alone after it was closed', async () => {
    await using opened = await open();
    const { store } = opened;
    await store.close();
    await store.close();
    expect(await store.through(key, makerOf('Hello'))).toMatchObject({ from: 'made', result: 'Hello' });
  });
}

function makesOneOfIdenticalOnes(open: Open): void {
  it('makes one call of identical ones', async () => {
    await using opened = await open();
    const { store } = opened;
    const make = heldMaker();
    const all = Promise.all([store.through(key, make), store.through(key, make), store.through(key, make)]);
    await make.started;
    make.finish('Hello');
    const joined = { from: 'flight', kept: answerOf('Hello') };
    expect(await all).toEqual([{ from: 'made', result: 'Hello', leader: true }, joined, joined]);
    expect(make.calls).toBe(1);
  });

  it('gives those who joined the result when there is nothing to keep', async () => {
    await using opened = await open();
    const { store } = opened;
    const make = heldMaker();
    const both = Promise.all([store.through(key, make), store.through(key, make)]);
    await make.started;
    make.finishWithNothing('refused');
    expect(await both).toEqual([
      { from: 'made', result: 'refused', leader: true },
      { from: 'made', result: 'refused', leader: false },
    ]);
  });

  it('goes on while anybody waits, and ends when the last one leaves', async () => {
    await using opened = await open();
    const { store } = opened;
    const make = heldMaker();
    const [one, other] = [new AbortController(), new AbortController()];
    const both = [store.through(key, make, one.signal), store.through(key, make, other.signal)];
    const failures = both.map((call) => expect(call).rejects.toMatchObject({ code: 'llm.cancelled' }));
    const signal = await make.started;
    one.abort();
    await failures[0];
    expect(signal.aborted).toBe(false);
    other.abort();
    await failures[1];
    expect(signal.aborted).toBe(true);
    expect(await store.through(key, makerOf('Hello'))).toMatchObject({ from: 'made', leader: true });
  });

  it('does not begin for somebody who has already given up', async () => {
    await using opened = await open();
    const make = makerOf('Hello');
    await expect(opened.store.through(key, make, AbortSignal.abort())).rejects.toMatchObject({ code: 'llm.cancelled' });
    expect(make.calls).toBe(0);
  });
}

function keepsAccountsApart(open: Open): void {
  it('shares nothing between accounts, with the same digest at the same time', async () => {
    await using opened = await open();
    const { store } = opened;
    const accounts = ['one', 'two', 'one\ntwo', ''];
    const make = (account: string) => store.through(keyOf('d', account), makerOf(account));
    expect(await Promise.all(accounts.map(make))).toEqual(
      accounts.map((result) => ({ from: 'made', result, leader: true })),
    );
    expect(accounts.map((account) => store.peek(keyOf('d', account))?.text)).toEqual(accounts);
  });

  it('forgets an account here, whether or not the others can be told', async () => {
    await using opened = await open();
    const { store } = opened;
    await store.through(key, makerOf('old'));
    await store.through(keyOf('d', 'other'), makerOf('of another'));
    await store.purge('acme').catch(() => undefined);
    expect(store.peek(key)).toBeUndefined();
    expect(store.peek(keyOf('d', 'other'))?.text).toBe('of another');
    expect(await store.through(key, makerOf('new'))).toMatchObject({ from: 'made', result: 'new' });
  });

  it('keeps nothing that was begun before a purge', async () => {
    await using opened = await open();
    const { store } = opened;
    const make = heldMaker();
    const early = store.through(key, make);
    await make.started;
    await store.purge('acme').catch(() => undefined);
    make.finish('old');
    expect(await early).toMatchObject({ result: 'old' });
    expect(store.peek(key)).toBeUndefined();
    expect(await store.through(key, makerOf('new'))).toMatchObject({ from: 'made', result: 'new' });
  });
}
