import { PROPOSAL_PROBLEMS } from '@draftsmith/contracts';
import { Button, StepIndicator } from '@hubspot/ui-extensions';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createFakeProposals, type FakeProposals, problem } from '../../../dev/fake-server.ts';
import { SAMPLE_GAPS } from '../../../dev/samples.ts';
import { press } from '../../../dev/states.ts';
import { hostCard } from '../../testing/hosted-card.tsx';
import {
  button,
  changeTab,
  finish,
  later,
  posts,
  reviewing,
  says,
  TIMERS,
  titles,
  words,
} from '../../testing/steps.ts';
import { en } from './i18n/en.ts';

beforeEach(() => void vi.useFakeTimers(TIMERS));
afterEach(() => void vi.useRealTimers());

describe('while something runs', () => {
  test('every step is shown, and the end is said aloud', async () => {
    const card = hostCard(createFakeProposals());
    await press(card, 'Generate proposal');
    await says(card, /Step \d of 4: /);
    const steps: unknown[] = [];
    for (let looks = 0; looks < 8 && card.maybeFind(StepIndicator); looks++) {
      const { currentStep: at = 0, stepNames } = card.find(StepIndicator).props;
      steps.push(stepNames[at]);
      expect(words(card)).toContain(`Step ${at + 1} of 4: ${stepNames[at]}`);
      await later(2_000);
      // The next step, or none any more.
      await card.until(() => expect(card.maybeFind(StepIndicator)?.props.currentStep === at).toBe(false));
    }
    await says(card, /Version 1 · /);
    expect(steps).toEqual(['Reading the deal', 'Writing', 'Checking every figure and name']);
    await card.until(() =>
      expect(card.mocks.actions.addAlert.calls).toEqual([
        [{ type: 'success', message: 'The proposal is ready: version 1.' }],
      ]),
    );
  });

  test('two clicks in a row start one operation', async () => {
    const fake = createFakeProposals();
    const card = hostCard(fake);
    await says(card, /Generate proposal/);
    const click = card.find(Button, ({ props }) => props.variant === 'primary');
    click.trigger('onClick');
    click.trigger('onClick');
    await finish(card);
    expect(posts(card)).toHaveLength(1);
    expect(fake.accepted).toHaveLength(1);
  });

  test('a card that is opened in the middle goes on from there', async () => {
    const fake = createFakeProposals();
    const first = hostCard(fake);
    await press(first, 'Generate proposal');
    await card2Step(fake);
  });

  async function card2Step(fake: FakeProposals): Promise<void> {
    await vi.waitFor(() => expect(fake.view.running).toBeTruthy(), { timeout: 5_000 });
    const second = hostCard(fake);
    await says(second, /You can leave this page/);
    expect(button(second, 'Generate proposal')?.props.disabled).toBe(true);
    await finish(second);
    await says(second, /Version 1 · /);
  }

  test.each(['lost', 'network', 500] as const)('%s: sent again by itself, done once', async (fault) => {
    const fake = createFakeProposals();
    const card = hostCard(fake);
    card.faults.push({ on: /^POST/, fault });
    await press(card, 'Generate proposal');
    await finish(card);
    await says(card, /Version 1 · /);
    const ids = posts(card).map(({ body }) => (body as { requestId: string }).requestId);
    expect(ids).toHaveLength(2);
    expect(new Set(ids).size).toBe(1);
    expect(fake.accepted).toHaveLength(1);
  });

  test('what never got through can be tried again, as the same request', async () => {
    const fake = createFakeProposals();
    const card = hostCard(fake);
    card.faults.push(...Array.from({ length: 3 }, () => ({ on: /^POST/, fault: 'lost' as const })));
    await press(card, 'Generate proposal');
    for (let waits = 0; waits < 4; waits++) await later(4_000);
    await card.until(() =>
      expect(titles(card)[0]).toMatch(/^No proposal was written\. The Draftsmith server cannot be reached/),
    );
    await press(card, 'Try again');
    await finish(card);
    await says(card, /Version 1 · /);
    expect(fake.accepted).toHaveLength(1);
  });

  test('an answer from before the click does not take back what was clicked', async () => {
    const { card, fake } = await reviewing();
    const letGo = card.hold(/view/);
    changeTab(card, 'prepare');
    await press(card, 'Check again');
    await press(card, 'Generate proposal');
    await card.until(() => expect(fake.accepted).toHaveLength(1));
    letGo();
    await card.until(() => card.find(StepIndicator));
    await finish(card);
    await says(card, /Version 2 · /);
  });

  test.each(PROPOSAL_PROBLEMS)('%s after the start is told with what was not done', async (code) => {
    const fake = createFakeProposals();
    fake.refuse(
      'generate',
      problem(code, code === 'source-down', code === 'gaps' ? { gaps: SAMPLE_GAPS } : {}),
      'later',
    );
    const card = hostCard(fake);
    await press(card, 'Generate proposal');
    await finish(card);
    await card.until(() => expect(titles(card)).toContain(`No proposal was written. ${en.problems[code].title}`));
    expect(Boolean(button(card, 'Try again'))).toBe(code === 'source-down');
    if (code === 'gaps') expect(words(card)).toMatch(/“Warehouse licence” has ended on your rate card/);
    await press(card, 'Dismiss');
    await card.until(() => expect(titles(card)).toEqual([]));
  });

  test('a server that is gone meanwhile leaves what was there, and says so', async () => {
    const { card } = await reviewing();
    card.faults.push({ on: /view/, fault: 503 });
    changeTab(card, 'prepare');
    await press(card, 'Check again');
    await says(card, /What you see is from before\./);
    expect(words(card)).toMatch(/Version 1 · /);
    await later(2_000);
    await card.until(() => expect(titles(card)).toEqual([]));
  });
});
