import { DEAL_GAPS, PROPOSAL_PROBLEMS } from '@draftsmith/contracts';
import { ErrorState, hubspot, Input, Link, LoadingSpinner, Select, StatusTag, Text } from '@hubspot/ui-extensions';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createFakeProposals, problem } from '../../../dev/fake-server.ts';
import { SAMPLE_GAPS } from '../../../dev/samples.ts';
import { press } from '../../../dev/states.ts';
import { hostCard } from '../../testing/hosted-card.tsx';
import { button, later, says, TIMERS, words } from '../../testing/steps.ts';
import { Card } from './card.tsx';
import { en } from './i18n/en.ts';

beforeEach(() => void vi.useFakeTimers(TIMERS));
afterEach(() => void vi.useRealTimers());

test('HubSpot is given the card when the file is loaded', async () => {
  const extend = vi.spyOn(hubspot, 'extend').mockImplementation(() => undefined);
  await import('./proposal-card.tsx');
  expect(extend).toHaveBeenCalledOnce();
  expect(extend.mock.calls[0]?.[0]({ context: {}, actions: {} } as never).type).toBe(Card);
  extend.mockRestore();
});

describe('before anything is known', () => {
  test('it says that it reads the deal', () => {
    const card = hostCard(createFakeProposals());
    expect(card.find(LoadingSpinner).props).toMatchObject({ label: 'Reading the deal', showLabel: true });
  });

  test.each(PROPOSAL_PROBLEMS)('%s is told in plain words, with what to do', async (code) => {
    const fake = { ...createFakeProposals(), handle: () => ({ ok: false, problem: problem(code, false) }) as const };
    const card = hostCard(fake);
    await card.until(() => expect(card.find(ErrorState).props.title).toBe(en.problems[code].title));
    expect(card.find(Text).text).toBe(en.problems[code].text);
    expect(words(card)).toMatch(/^(?!.*The server says)/s);
  });

  test('a problem of a newer server is told in its own words', async () => {
    const unknown = { code: 'brand-new', message: 'The moon is full.', retryable: false } as never;
    const card = hostCard({ ...createFakeProposals(), handle: () => ({ ok: false, problem: unknown }) as const });
    await card.until(() => expect(card.find(ErrorState).props.title).toBe('The moon is full.'));
  });

  test.each([
    ['network', 'unreachable'],
    ['html', 'unreachable'],
    [500, 'unreachable'],
    [401, 'refused'],
    [404, 'unknown'],
    [429, 'busy'],
  ] as const)('%s is %s, and asked again by itself or on request', async (fault, trouble) => {
    const card = hostCard(createFakeProposals());
    card.faults.push({ on: /view/, fault });
    await card.until(() => expect(card.find(ErrorState).props.title).toBe(en.troubles[trouble].title));
    await press(card, 'Try again');
    await says(card, /No proposal yet/);
  });

  test('an outage passes without anybody’s doing', async () => {
    const card = hostCard(createFakeProposals());
    card.faults.push({ on: /view/, fault: 'network' });
    await card.until(() => card.find(ErrorState));
    await later(2_000);
    await says(card, /No proposal yet/);
  });

  test('without an address nobody is asked', async () => {
    const card = hostCard(createFakeProposals(), { variables: {} });
    await card.until(() => expect(card.find(ErrorState).props).toMatchObject({ type: 'lock' }));
    expect(card.sent).toEqual([]);
  });
});

describe('before generating', () => {
  test('it shows what a proposal will use, and that nothing is missing', async () => {
    const card = hostCard(createFakeProposals());
    await says(card, /Nothing is missing\./);
    expect(words(card)).toMatch(
      /Addressed to"\): Maren Holt[\s\S]*Line items"\): 3[\s\S]*€25,287\.50[\s\S]*14 activities read/,
    );
  });

  test.each(DEAL_GAPS)('%s is said in words, with its weight and a way to mend it', async (code) => {
    const gap = { code, severity: 'warns', subject: 'Widget', url: 'https://app.hubspot.com/fix' } as const;
    const card = hostCard(createFakeProposals({ view: { gaps: [gap] } }));
    await says(card, en.gaps[code].text('Widget').slice(0, 20));
    expect(card.find(StatusTag).text).toBe('Check');
    expect(card.find(Link).props.href).toBe(gap.url);
    expect(card.find(Link).text).toBe(en.gaps[code].fix);
    expect(button(card, 'Generate proposal')?.props.disabled).toBe(false);
  });

  test('what blocks comes first, and nothing can be generated with it', async () => {
    const fake = createFakeProposals({ view: { gaps: SAMPLE_GAPS } });
    const card = hostCard(fake);
    await says(card, /Not possible yet: 2 points/);
    expect(card.findAll(StatusTag).map(({ text }) => text)).toEqual(['Blocks', 'Blocks', 'Check']);
    expect(button(card, 'Generate proposal')?.props.disabled).toBe(true);
    fake.view = { ...fake.view, gaps: [] };
    await press(card, 'Check again');
    await says(card, /Nothing is missing\./);
    expect(button(card, 'Generate proposal')?.props.disabled).toBe(false);
  });

  test('template, language, tone and a line are sent as chosen', async () => {
    const fake = createFakeProposals();
    const card = hostCard(fake);
    await says(card, /Generate proposal/);
    const choose = (name: string, value: string) => card.find(Select, { name }).props.onChange?.(value);
    choose('template', 'tpl-de');
    choose('locale', 'ru-RU');
    choose('tone', 'warm');
    card.find(Input).props.onInput?.(' short start-up ');
    await press(card, 'Generate proposal');
    await card.until(() => expect(fake.accepted).toHaveLength(1));
    expect(fake.accepted[0]).toMatchObject({
      what: 'generate',
      choices: { templateId: 'tpl-de', locale: 'ru-RU', tone: 'warm', steer: 'short start-up' },
    });
  });

  test('what nobody chose is left to the server, which says what that is', async () => {
    const fake = createFakeProposals();
    const card = hostCard(fake);
    await says(card, /The one that fits the language: Standard/);
    const labels = (name: string) => card.find(Select, { name }).props.options.map(({ label }) => label);
    expect(labels('locale')[0]).toBe('As for this contact: American English');
    card.find(Select, { name: 'locale' }).props.onChange?.('de-DE');
    await card.until(() => expect(labels('template')[0]).toBe('The one that fits the language'));
    await press(card, 'Generate proposal');
    await card.until(() => expect(fake.accepted).toHaveLength(1));
    expect(fake.accepted[0]).toMatchObject({ choices: { locale: 'de-DE', tone: 'neutral' } });
    expect('templateId' in (fake.accepted[0] as { choices: object }).choices).toBe(false);
  });

  test('a line that is too long is refused at once', async () => {
    const card = hostCard(createFakeProposals());
    await says(card, /Generate proposal/);
    card.find(Input).props.onInput?.('x'.repeat(301));
    await card.until(() => expect(card.find(Input).props).toMatchObject({ error: true }));
    expect(button(card, 'Generate proposal')?.props.disabled).toBe(true);
  });
});

test('a change of the deal on the same page is looked at without a click', async () => {
  const fake = createFakeProposals({ view: { gaps: [{ code: 'no-close-date', severity: 'warns' }] } });
  const card = hostCard(fake);
  await says(card, /The deal has no close date\./);
  fake.view = { ...fake.view, gaps: [] };
  card.mocks.actions.onCrmPropertiesUpdate.calls[0]?.[1]({ closedate: '2027-01-31' });
  await says(card, /Nothing is missing\./);
});
