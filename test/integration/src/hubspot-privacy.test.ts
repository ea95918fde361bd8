import type { Database } from '@draftsmith/database';
import { completions, proposalPeople, proposals, proposalVersions, proposalWrites } from '@draftsmith/database/schema';
import { testBackends } from '@draftsmith/database/testing';
import type { SeededDeal } from '@draftsmith/simulators/hubspot';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { uploadedApp } from './hubspot-app.ts';
import { completeDeal } from './hubspot-deal.ts';
import { type HubSpotServer, type HubSpotWorld, openHubSpotWorld } from './hubspot-world.ts';

const [KEPT, LEFT] = [101, 102];
/** Deleted in HubSpot; erased here; and one who stays. Numbers that stand for nothing else. */
const PHILIPPA = { id: '90817263541', firstname: 'Philippa', lastname: 'Quartermain', phone: '+44 20 7946 0958' };
const ROBERT = { id: '90817263542', firstname: 'Robert', lastname: 'Ashgrove', phone: '+44 20 7946 0321' };
const STAYS = { id: '90817263543', firstname: 'Wilhelmina', lastname: 'Thornbury', phone: '+44 20 7946 0777' };

const emailOf = ({ lastname }: typeof PHILIPPA) => `${lastname.toLowerCase()}@northwind.example`;
/** Any trace of somebody, whatever its spelling. */
const traceOf = ({ firstname, lastname }: typeof PHILIPPA) => new RegExp(`${firstname}|${lastname}`, 'i');

/** A model that names whom it may; what it says of the summary rests on the first note. */
function reply(): string {
  const text = 'The customer wants picking errors halved.';
  return JSON.stringify({ sections: [{ kind: 'summary', paragraphs: [{ text, bullet: false, sources: [1] }] }] });
}

interface ErasureAnswer {
  places: { place: string; found: number; erased: number }[];
  proposals: { resourceId: string }[];
  outside: { artefacts: { kind: string; resourceId: string; artefactIds: string[] }[] };
}

describe.each(testBackends)('whoever is gone is gone here (%s)', (backend) => {
  let world: HubSpotWorld;
  let database: Database;
  let deals: { gone: SeededDeal; erased: SeededDeal; stays: SeededDeal };
  let erasure: ErasureAnswer;
  let removal: { left: string[] };
  let askedBefore: number;
  let askedAgain: number;

  const dealWith = (portal: number, contact: typeof PHILIPPA) => {
    const { seed } = world.hubspot.portal(portal);
    seed.associationLabel('deals', 'contacts', 'Decision maker');
    const deal = completeDeal(world.hubspot.portal(portal), {
      contacts: [{ ...contact, email: emailOf(contact), hs_buying_role: 'DECISION_MAKER', label: 'Decision maker' }],
      properties: { dealname: `Rollout for ${contact.firstname} ${contact.lastname}` },
    });
    seed.activity('calls', { hs_call_body: `Call ${contact.firstname} at ${contact.phone} before noon.` }, [
      ['deals', deal.id],
    ]);
    return deal;
  };
  /** Generated, changed by a rep who names the customer, and attached. */
  const work = async (server: HubSpotServer, portal: number, { id }: SeededDeal, { firstname }: typeof PHILIPPA) => {
    const card = server.card(portal, id);
    expect(await card.done({ what: 'generate', choices: { steer: `Be kind to ${firstname}` } })).toMatchObject({
      state: 'done',
    });
    const words = `${firstname} wants picking errors halved.`;
    const edit = { what: 'edit', version: 1, section: 'summary', text: words, confirmed: true } as const;
    expect(await card.done(edit)).toMatchObject({ state: 'done', version: 2 });
    expect(await card.done({ what: 'attach', version: 2 })).toMatchObject({ state: 'done', problem: null });
  };

  beforeAll(async () => {
    world = await openHubSpotWorld({ backend, portals: [KEPT, LEFT], routes: 'openai/gpt-5-mini,offline', reply });
    const server = await world.serve();
    await server.connect(KEPT);
    await server.connect(LEFT);
    deals = { gone: dealWith(KEPT, PHILIPPA), erased: dealWith(KEPT, ROBERT), stays: dealWith(KEPT, STAYS) };
    await work(server, KEPT, deals.gone, PHILIPPA);
    await work(server, KEPT, deals.erased, ROBERT);
    await work(server, KEPT, deals.stays, STAYS);
    await work(server, LEFT, dealWith(LEFT, STAYS), STAYS);
    askedBefore = world.models.requests.length;

    world.hubspot.webhooks.connect(`${server.url}/hooks/hubspot`, uploadedApp().subscriptions);
    world.hubspot.portal(KEPT).acts.deleteForPrivacy(PHILIPPA.id);
    await world.hubspot.settled();
    await world.log.until(({ message }) => message === 'Forgotten with the source system');

    const asked = { emails: [emailOf(ROBERT)], phones: [], names: [], accountNumbers: [] };
    const response = await fetch(`${server.url}/operator/person/erase`, {
      ...{ method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(asked) },
    });
    erasure = (await response.json()) as ErasureAnswer;
    // The very same question as before: cached answers are gone with those of all others.
    const again = { what: 'generate', choices: { steer: `Be kind to ${STAYS.firstname}` } } as const;
    await server.card(KEPT, deals.stays.id).done(again);
    askedAgain = world.models.requests.length;
    removal = await server.admin.send('DELETE', `/api/connections/hubspot/${LEFT}`);
    await server.stop();
    database = await world.storage.open();
  });
  afterAll(() => world.close());

  /** Every row of every table, the queue's included, as text. */
  async function everyRow(): Promise<{ table: string; text: string }[]> {
    const read = async <Row>(query: string) => ((await database.orm.execute(query)) as unknown as { rows: Row[] }).rows;
    const tables = await read<{ name: string }>(
      `select format('%I.%I', table_schema, table_name) as name from information_schema.tables
        where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')`,
    );
    const rows: { table: string; text: string }[] = [];
    for (const { name } of tables)
      for (const { text } of await read<{ text: string }>(`select to_jsonb(one)::text as text from ${name} one`))
        rows.push({ table: name, text });
    return rows;
  }
  const proposalOn = async ({ id }: SeededDeal) => {
    const { orm } = database;
    const [deal] = (await orm.select().from(proposals)).filter(({ resourceId }) => resourceId === id);
    const of = ({ proposalId }: { proposalId: string }) => proposalId === deal?.id;
    const prompts = (await orm.select().from(completions)).filter(({ reference }) => reference === deal?.id);
    return {
      deal,
      words: (await orm.select().from(proposalVersions)).filter(of).map(({ content }) => content !== null),
      people: (await orm.select().from(proposalPeople)).filter(of).length > 0,
      prompts: prompts.map(({ prompt, answer }) => prompt !== null || answer !== null),
      writes: (await orm.select().from(proposalWrites)).filter(of).map(({ kind }) => kind),
    };
  };

  test('a contact that HubSpot deletes for privacy takes the words of their proposals along, and what models were asked', async () => {
    const gone = await proposalOn(deals.gone);
    expect(gone).toMatchObject({ words: [false, false], people: false, writes: ['attach'] });
    expect(gone.deal).toMatchObject({ about: null, forgottenWhy: 'source' });
    expect(gone.prompts).not.toEqual([]);
    expect(gone.prompts).not.toContain(true);
  });

  test('an erasure here does the same, and says what stands in HubSpot', async () => {
    const erased = await proposalOn(deals.erased);
    expect(erased).toMatchObject({ words: [false, false], people: false });
    expect(erased.deal).toMatchObject({ about: null, forgottenWhy: 'request' });
    expect(erased.prompts).not.toContain(true);
    expect(erasure.proposals.map(({ resourceId }) => resourceId)).toEqual([deals.erased.id]);
    expect(erasure.places).toContainEqual(expect.objectContaining({ place: 'proposals', found: 1, erased: 1 }));
    const [artefact] = erasure.outside.artefacts;
    expect(artefact).toMatchObject({ kind: 'attach', resourceId: deals.erased.id });
    const { state } = world.hubspot.portal(KEPT);
    expect(state.notes(deals.erased.id).map(({ id }) => id)).toContain(artefact?.artefactIds[0]);
  });

  test('nobody’s name, address or number is in any row, nor in a job or the log; nor are their numbers in HubSpot', async () => {
    for (const person of [PHILIPPA, ROBERT, STAYS]) {
      const rows = (await everyRow()).filter(({ text }) => traceOf(person).test(text) || text.includes('7946'));
      expect(rows).toEqual([]);
      expect(world.log.text()).not.toMatch(traceOf(person));
    }
    expect(await everyRow()).not.toContainEqual(
      expect.objectContaining({ text: expect.stringMatching(new RegExp(`${PHILIPPA.id}|${ROBERT.id}`)) }),
    );
    expect(world.log.lines.filter(({ level }) => level === 'error')).toEqual([]);
  });

  test('others keep theirs; cached answers are nobody’s and go', async () => {
    const stays = await proposalOn(deals.stays);
    expect(stays).toMatchObject({ words: [true, true, true], people: true });
    expect(stays.deal?.forgottenAt).toBeNull();
    expect(stays.prompts).toContain(true);
    expect(askedAgain).toBeGreaterThan(askedBefore);
  });

  test('an account that is taken away leaves nothing but its line in the audit log', async () => {
    expect(removal.left).toEqual([]);
    const rows = (await everyRow()).filter(({ text }) => new RegExp(`"${LEFT}"|hubspot/${LEFT}\\b`).test(text));
    expect([...new Set(rows.map(({ table }) => table))]).toEqual(['public.audit_log']);
    expect(world.hubspot.portal(LEFT).state.published()).toEqual([]);
  });
});
