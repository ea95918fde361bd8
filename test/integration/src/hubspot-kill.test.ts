import { setTimeout as pauseFor } from 'node:timers/promises';
import type { ProposalOperation, ProposalView } from '@draftsmith/contracts';
import { type TestBackend, testBackends } from '@draftsmith/database/testing';
import { seededRandom } from '@draftsmith/seeded-random';
import { sql } from 'drizzle-orm';
import { afterEach, describe, expect, test } from 'vitest';
import type { ChildServer } from './child-server.ts';
import { CardRefused, cardOn, type DealCard, type Wish } from './hubspot-card.ts';
import { completeDeal } from './hubspot-deal.ts';
import { type HubSpotWorld, openHubSpotWorld, PORTAL } from './hubspot-world.ts';

const DEALS = 12;
/** One kill at each, in this order: reading comes first, and so do most requests. */
const FATAL: readonly { name: string; method?: string; url: RegExp; among: number }[] = [
  { name: 'any request', url: /./, among: 60 },
  { name: 'any request later', url: /./, among: 120 },
  { name: 'a file', method: 'POST', url: /\/files\/v3\/files$/, among: 5 },
  { name: 'a note', method: 'POST', url: /\/notes$/, among: 5 },
  { name: 'a quote', method: 'POST', url: /\/quotes$/, among: 5 },
  { name: 'lines of a quote', method: 'POST', url: /line_items\/batch\/create/, among: 3 },
];
/** Milliseconds until a rep gives up: a broken test must end. */
const PATIENCE = 250_000;
/** Between two looks of one rep; twelve of them look. */
const LOOK_EVERY = 500;

const worlds: HubSpotWorld[] = [];
afterEach(async () => {
  for (const world of worlds.splice(0)) await world.close();
});

async function openWorld(backend: TestBackend): Promise<HubSpotWorld> {
  const world = await openHubSpotWorld({ backend });
  worlds.push(world);
  const server = await world.serve();
  await server.connect(PORTAL);
  await server.decide(PORTAL, { quotes: true });
  await server.stop();
  return world;
}

/** PostgreSQL serves many processes: a job is taken from a dead one when its heartbeat is old. Here it is at once. */
async function letHeartbeatsAge(backend: TestBackend, { storage }: HubSpotWorld): Promise<void> {
  if (backend === 'pglite') return;
  const { orm } = await storage.open();
  await orm.execute(sql`update pgboss.job set heartbeat_on = now() - interval '1 hour' where state = 'active'`);
}

/** Whatever answers now, through the card; a server that is gone is asked again. */
class Rep {
  readonly #world: HubSpotWorld;
  readonly #serverUrl: () => string;
  readonly dealId: string;
  readonly #patience = AbortSignal.timeout(PATIENCE);
  #clicks = 0;

  constructor(world: HubSpotWorld, dealId: string, serverUrl: () => string) {
    this.#world = world;
    this.#serverUrl = serverUrl;
    this.dealId = dealId;
  }

  /** Clicks until it has happened: where it broke off, looks first whether it did. */
  async insist(wish: Wish, hasHappened: (view: ProposalView) => boolean): Promise<void> {
    for (;;) {
      const view = await this.#ask((card) => card.view());
      if (hasHappened(view)) return;
      if (view.running) {
        await pauseFor(LOOK_EVERY);
        continue;
      }
      this.#clicks += 1;
      // The same click, however often it must be sent.
      const requestId = `${this.dealId}-${wish.what}-${this.#clicks}`;
      let operation = await this.#ask((card) => card.start(wish, requestId));
      while (operation.state === 'running') {
        await pauseFor(LOOK_EVERY);
        const { id } = operation;
        operation = await this.#ask<ProposalOperation>((card) => card.operation(id));
      }
    }
  }

  async #ask<T>(question: (card: DealCard) => Promise<{ ok: true; value: T } | { ok: false }>): Promise<T> {
    for (;;) {
      const card = cardOn(this.#world.hubspot.portal(PORTAL), this.#serverUrl(), this.dealId);
      const answer = await question(card).catch(unlessDown);
      if (answer?.ok) return answer.value;
      this.#patience.throwIfAborted();
      await pauseFor(LOOK_EVERY);
    }
  }
}

function unlessDown(thrown: unknown): undefined {
  if (!(thrown instanceof CardRefused) || thrown.status < 500) throw thrown;
}

describe.each(testBackends)('killed and started again (%s)', (backend) => {
  test(`${DEALS} deals, killed ${FATAL.length} times at any moment: one of everything on each`, {
    timeout: 300_000,
  }, async () => {
    const seed = Number(process.env.DRAFTSMITH_TEST_SEED ?? Math.floor(Math.random() * 2 ** 31));
    const hint = `repeat with DRAFTSMITH_TEST_SEED=${seed}`;
    const random = seededRandom(seed);
    const world = await openWorld(backend);
    const portal = world.hubspot.portal(PORTAL);
    const ids = Array.from({ length: DEALS }, () => completeDeal(portal).id);
    let child = await world.spawn();
    const reps = ids.map(async (id) => {
      const rep = new Rep(world, id, () => child.url);
      await rep.insist({ what: 'generate', choices: {} }, ({ versions }) => versions.length > 0);
      await rep.insist({ what: 'attach', version: 1 }, ({ versions }) => versions.at(-1)?.attached !== null);
      await rep.insist({ what: 'quote', version: 1 }, ({ versions }) => versions.at(-1)?.quoted !== null);
    });
    const all = Promise.all(reps);
    let kills = 0;
    for (const fatal of FATAL) {
      if (!(await killAt(world, child, { fatal, random, all }))) break;
      kills += 1;
      await letHeartbeatsAge(backend, world);
      child = await world.spawn();
    }
    await all;
    expect(await child.stop(), hint).toBe(0);
    // Otherwise it was all over before, and nothing is shown.
    expect(kills, hint).toBeGreaterThan(3);
    expect(
      ids.map((id) => leftOn(world, id)),
      hint,
    ).toEqual(ids.map(() => ONE_OF_EACH));
    expect(portal.state.published()).toEqual([]);
    expect(portal.state.violations()).toEqual([]);
    const last = await world.serve();
    // What may be asked in ten seconds is shared: a look may have to wait its turn.
    const seen = { ok: true, value: { versions: [{ number: 1 }], running: null } };
    for (const id of ids) await expect.poll(() => last.card(PORTAL, id).view(), { message: hint }).toMatchObject(seen);
  });

  test('between a proposal and telling the workflow that waits: it is told once it is up again', {
    timeout: 120_000,
  }, async () => {
    const world = await openWorld(backend);
    const portal = world.hubspot.portal(PORTAL);
    const { id } = completeDeal(portal);
    let child = await world.spawn();
    const telling = world.gate.hold('before', ({ url }) => url.includes('/callbacks/'));
    const run = await portal.actions.run(`${child.url}/actions/hubspot/proposal`, { objectId: id });
    expect(run.state).toBe('BLOCKED');
    await telling.arrived;
    await child.kill();
    await letHeartbeatsAge(backend, world);
    child = await world.spawn();
    expect(await portal.actions.completed(run.callbackId)).toMatchObject({ state: 'SUCCESS', completions: 1 });
    const answer = await cardOn(portal, child.url, id).view();
    expect(answer).toMatchObject({ ok: true, value: { versions: [{ number: 1 }] } });
    expect(await child.stop()).toBe(0);
    telling.release();
  });
});

const ONE_OF_EACH = { notes: 1, attachments: 2, files: ['docx', 'pdf'], quotes: [3] };

function leftOn({ hubspot }: HubSpotWorld, dealId: string) {
  const { state } = hubspot.portal(PORTAL);
  const notes = state.notes(dealId).flatMap(({ properties }) => properties.hs_attachment_ids || []);
  const files = state.files().filter(({ folderPath }) => folderPath.endsWith(`deal-${dealId}`));
  return {
    notes: notes.length,
    attachments: notes.flatMap((ids) => ids.split(';')).length,
    files: files.map(({ extension }) => extension).toSorted(),
    quotes: state.quotes(dealId).map(({ id }) => state.lineItemsOf('quotes', id).length),
  };
}

/** At a request to HubSpot (before it is sent, or with its answer missing) or a moment after one. False: all is done. */
async function killAt(
  { gate }: HubSpotWorld,
  child: ChildServer,
  { fatal, random, all }: { fatal: (typeof FATAL)[number]; random: () => number; all: Promise<unknown> },
): Promise<boolean> {
  let left = 1 + Math.floor(random() * fatal.among);
  const held = gate.hold(random() < 0.5 ? 'before' : 'after', ({ method, url }) => {
    if ((fatal.method ?? method) !== method || !fatal.url.test(url)) return false;
    left -= 1;
    return left === 0;
  });
  const met = await Promise.race([held.arrived, all.then(() => undefined)]);
  if (!met) return false;
  // Between its requests it renders, writes and stores: let go, and killed a moment later.
  if (random() < 0.3) {
    held.release();
    await pauseFor(Math.floor(random() * 150));
  }
  await child.kill();
  // What was on the line arrives; its sender is dead.
  held.release();
  return true;
}
