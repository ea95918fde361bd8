import { PROPOSAL_PROBLEMS } from '@draftsmith/contracts';
import { Link, Table, TableRow } from '@hubspot/ui-extensions';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createFakeProposals, problem } from '../../../dev/fake-server.ts';
import { SAMPLE_PRICES, sampleVersion } from '../../../dev/samples.ts';
import { press } from '../../../dev/states.ts';
import { hostCard, SERVICE_URL } from '../../testing/hosted-card.tsx';
import { button, finish, reviewing, says, TIMERS, titles, words } from '../../testing/steps.ts';
import { en } from './i18n/en.ts';

beforeEach(() => void vi.useFakeTimers(TIMERS));
afterEach(() => void vi.useRealTimers());

describe('the draft', () => {
  test('stands by sections, each statement with what it rests on', async () => {
    const { card } = await reviewing();
    const text = words(card);
    expect(text).toMatch(
      /Picking errors cost you most[^\n]*\n[^\n]*Rests on:\n[^\n]*Link \(link\): Call, Oct 12, 2026/,
    );
    expect(text).toMatch(/looks for a calm start\.\n[^\n]*No activity is quoted/);
    expect(text).toMatch(/Sources and what they say \(2\)[\s\S]*They want to start with one site/);
    expect(card.findAll(Link).map(({ props }) => props.href)).toContainEqual({
      url: 'https://app.hubspot.com/contacts/4711/record/0-3/9001?engagement=31',
      external: true,
    });
  });

  test('has the prices as they are in the documents', async () => {
    const { card } = await reviewing();
    const rows = card.findAll(TableRow).map((row) => row.childNodes.map((cell) => ('text' in cell ? cell.text : '')));
    expect(rows).toContainEqual([
      'Warehouse licence (WH-10)',
      '10',
      '€234.56',
      '€469.12 (20%)',
      '€1,876.48',
      'VAT 19%: €356.53',
      'Monthly, for 1 year 6 months, from Jan 1, 2027',
    ]);
    expect(words(card)).toMatch(/Over the whole term, with taxes: €43,645\.18/);
  });

  test('99 lines come in pages, none twice and none left out', async () => {
    const [line] = SAMPLE_PRICES.lines;
    const lines = Array.from({ length: 99 }, (_, at) => ({ ...line!, itemId: String(at), name: `Line ${at}.` }));
    const version = sampleVersion(1, { prices: { ...SAMPLE_PRICES, lines } });
    const { card } = await reviewing(createFakeProposals({ versions: [version] }));
    const seen = new Set<string>();
    for (let page = 1; page <= 5; page++) {
      const table = card.find(Table);
      (table.props as { onPageChange?: (page: number) => void }).onPageChange?.(page);
      await card.until(() => expect(card.find(Table).props).toMatchObject({ page, pageCount: 5 }));
      for (const [name] of words(card).matchAll(/Line \d+\./g)) seen.add(name);
    }
    expect(seen.size).toBe(99);
  });

  test('says what the lock took out, that no model wrote it, and that somebody must agree', async () => {
    const writer = { provider: 'offline', model: 'offline', modelWritten: false };
    const version = sampleVersion(1, { refused: 2, approval: 'asked', writer });
    const { card } = await reviewing(createFakeProposals({ versions: [version] }));
    expect(titles(card)).toEqual(['Approval is needed', 'Written without a model', '2 sentences were taken out']);
  });

  test('that cannot be read says so, and is read on request', async () => {
    const fake = createFakeProposals({ versions: [sampleVersion(1)] });
    const card = hostCard(fake);
    card.faults.push({ on: /versions/, fault: 500 });
    await card.until(() => expect(titles(card)[0]).toMatch(/^Version 1 could not be read/));
    await press(card, 'Try again');
    await says(card, /Picking errors/);
  });
});

describe('what becomes of it', () => {
  test('attached once, with a link to the note', async () => {
    const { card, fake } = await reviewing();
    await press(card, 'Attach to deal');
    await finish(card);
    await says(card, /Attached Nov 23, 2026/);
    expect(button(card, 'Attach to deal')).toBeUndefined();
    expect(card.findAll(Link).map(({ text }) => text)).toContain('Open the note');
    expect(fake.accepted).toMatchObject([{ what: 'attach', version: 1 }]);
    expect(card.mocks.actions.refreshObjectProperties.callCount).toBe(1);
  });

  test('a draft quote is made where the admin allows it', async () => {
    const { card, fake } = await reviewing();
    await press(card, 'Create draft quote');
    await finish(card);
    await says(card, /Draft quote Nov 23, 2026/);
    expect(fake.accepted).toMatchObject([{ what: 'quote', version: 1 }]);
    const off = await reviewing(createFakeProposals({ view: { quotes: false }, versions: [sampleVersion(1)] }));
    expect(button(off.card, 'Create draft quote')).toBeUndefined();
  });

  test('it is the version on screen that is attached', async () => {
    const { card, fake } = await reviewing(createFakeProposals({ versions: [sampleVersion(1), sampleVersion(2)] }));
    await press(card, 'Show 1');
    await says(card, /You are looking at version 1/);
    await press(card, 'Attach to deal');
    await finish(card);
    expect(fake.accepted).toMatchObject([{ what: 'attach', version: 1 }]);
    await says(card, /Version 1 · [\s\S]*Attached Nov 23/);
  });

  test('a version whose deal has other prices by now is attached only when that is meant', async () => {
    const old = createFakeProposals({ versions: [sampleVersion(1, { outdated: true })] });
    const known = await reviewing(old);
    await says(known.card, new RegExp(en.problems.outdated.title));
    expect(button(known.card, 'Attach to deal')).toBeUndefined();
    await press(known.card, 'Attach it all the same');
    await finish(known.card);
    expect(old.accepted).toMatchObject([{ what: 'attach', version: 1, confirmed: true }]);
  });

  test('where only the server knows that, it is asked once more', async () => {
    const { card, fake } = await reviewing();
    fake.refuse('quote', problem('outdated', false));
    await press(card, 'Create draft quote');
    await card.until(() => expect(titles(card)).toContain(`No draft quote was created. ${en.problems.outdated.title}`));
    await press(card, 'Create the quote all the same');
    await finish(card);
    expect(fake.accepted).toMatchObject([{ what: 'quote', version: 1, confirmed: true }]);
  });

  test.each(PROPOSAL_PROBLEMS)('%s: nothing was attached, and why', async (code) => {
    const { card, fake } = await reviewing();
    fake.refuse('attach', problem(code, false));
    await press(card, 'Attach to deal');
    await card.until(() => expect(titles(card)).toContain(`Nothing was attached. ${en.problems[code].title}`));
  });
});

test('whatever is shown, no raw key, code or address of ours is part of it', async () => {
  const { card } = await reviewing();
  expect(words(card)).toMatch(new RegExp(`^(?![\\s\\S]*(\\{\\{|undefined|null|NaN|${SERVICE_URL}))`));
});
