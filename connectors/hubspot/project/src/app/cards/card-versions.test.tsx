import { Heading, Select, Tabs, Text } from '@hubspot/ui-extensions';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createFakeProposals } from '../../../dev/fake-server.ts';
import { sampleVersion } from '../../../dev/samples.ts';
import { press } from '../../../dev/states.ts';
import { changeTab, finish, reviewing, says, TIMERS, titles, words } from '../../testing/steps.ts';

beforeEach(() => void vi.useFakeTimers(TIMERS));
afterEach(() => void vi.useRealTimers());

describe('versions', () => {
  const three = () =>
    createFakeProposals({ versions: [sampleVersion(1), sampleVersion(2, { byName: null }), sampleVersion(3)] });

  test('another one is shown, and the way back to the newest', async () => {
    const { card } = await reviewing(three());
    changeTab(card, 'versions');
    await press(card, 'Show 1');
    await says(card, /You are looking at version 1\. The newest is version 3\./);
    expect(card.find(Tabs).props.selected).toBe('review');
    await press(card, 'Show the newest');
    await card.until(() => expect(card.findAll(Heading)[0]?.text).toMatch(/^Version 3/));
  });

  test('an old one is restored as a new one', async () => {
    const { card, fake } = await reviewing(three());
    await press(card, 'Restore 1');
    await finish(card);
    await says(card, /Version 4 · [\s\S]*Restored /);
    expect(fake.accepted[0]).toMatchObject({ what: 'restore', version: 1 });
    expect(fake.versions.size).toBe(4);
  });

  test('the two newest are compared unless others are chosen; marks show what changed', async () => {
    const { card } = await reviewing(three());
    await press(card, 'Compare');
    await says(card, /From version 2 to version 3/);
    card.find(Select, { name: 'from' }).props.onChange?.(1);
    await press(card, 'Compare');
    await says(card, /From version 1 to version 3/);
    const marked = card
      .findAll(Text, ({ props }) => props.inline === true)
      .map(({ text, props }) => [text, props.format?.lineDecoration]);
    expect(marked).toContainEqual(['[−a lot−]', 'strikethrough']);
    expect(marked).toContainEqual(['[+most in the weeks before the holidays+]', 'underline']);
    expect(words(card)).toMatch(/Item 1: discount in percent \| None \| 20%/);
    expect(words(card)).toMatch(/Monthly: total with taxes \| €2,791\.26 \| €2,233\.01/);
  });

  test('one whose deal has other prices by now is marked; the one on screen is not', async () => {
    const fake = createFakeProposals({ versions: [sampleVersion(1, { outdated: true }), sampleVersion(2)] });
    const { card } = await reviewing(fake);
    changeTab(card, 'versions');
    await says(card, /\| 1 \|[^\n]*\n?[\s\S]*Out of date/);
    expect(words(card).match(/Out of date/g)).toHaveLength(1);
    expect(titles(card)).toEqual([]);
  });

  test('a comparison that fails says so', async () => {
    const { card } = await reviewing(three());
    card.faults.push({ on: /diff/, fault: 500 });
    await press(card, 'Compare');
    await card.until(() => expect(titles(card)[0]).toMatch(/^They could not be compared/));
  });

  test('who made one, or that nobody did, stands beside it', async () => {
    const { card } = await reviewing(three());
    expect(words(card)).toMatch(/\| 3 \|[^\n]*Jon Vale[\s\S]*\| 2 \|[^\n]*Automatic/);
  });
});
