import { Button, Input, TextArea } from '@hubspot/ui-extensions';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { problem } from '../../../dev/fake-server.ts';
import { sampleVersion } from '../../../dev/samples.ts';
import { press } from '../../../dev/states.ts';
import { button, changeTab, finish, reviewing, says, TIMERS, titles, typeText, words } from '../../testing/steps.ts';

beforeEach(() => void vi.useFakeTimers(TIMERS));
afterEach(() => void vi.useRealTimers());

describe('a section is written anew', () => {
  test('with a line of what should change', async () => {
    const { card, fake } = await reviewing();
    await press(card, 'Rewrite: Your situation');
    await card.until(() => card.find(Input, { name: 'steer-summary' }).props.onInput?.('shorter'));
    await press(card, 'Write it anew');
    await finish(card);
    await says(card, /Version 2 · /);
    expect(fake.accepted[0]).toMatchObject({ what: 'regenerate', version: 1, section: 'summary', steer: 'shorter' });
    expect(button(card, 'Write it anew')).toBeUndefined();
  });

  test('where a person edited it, only after a second question', async () => {
    const { card, fake } = await reviewing();
    await press(card, 'Rewrite: Scope');
    await says(card, /A person edited this section/);
    expect(button(card, 'Write it anew')).toBeUndefined();
    await press(card, 'Keep them');
    await card.until(() => expect(titles(card)).toEqual([]));
    await press(card, 'Rewrite: Scope');
    await press(card, 'Replace their words');
    await card.until(() => expect(fake.accepted[0]).toMatchObject({ section: 'scope', force: true }));
  });

  test('where only the server knows of a person’s edit, it is asked then', async () => {
    const { card, fake } = await reviewing();
    fake.refuse('regenerate', problem('edited', false), 'later');
    await press(card, 'Rewrite: Your situation');
    await press(card, 'Write it anew');
    await finish(card);
    await says(card, /A person edited this section/);
    expect(fake.accepted[0]).toMatchObject({ what: 'regenerate' });
    await press(card, 'Replace their words');
    await finish(card);
    expect(fake.accepted[1]).toMatchObject({ section: 'summary', force: true });
    expect(fake.accepted[1]?.requestId === fake.accepted[0]?.requestId).toBe(false);
  });

  test('cover, prices and terms cannot be', async () => {
    const { card } = await reviewing();
    const offered = card.findAll(Button).map(({ text }) => text);
    expect(offered.filter((text) => /^(Rewrite|Edit):/.test(text ?? ''))).toEqual([
      'Rewrite: Your situation',
      'Edit: Your situation',
      'Rewrite: Scope',
      'Edit: Scope',
      'Rewrite: Next steps',
      'Edit: Next steps',
    ]);
  });
});

describe('a person’s own words', () => {
  test('begin with what stands there, and become a new version', async () => {
    const { card, fake } = await reviewing();
    await press(card, 'Edit: Scope');
    await card.until(() =>
      expect(card.find(TextArea).props.defaultValue).toBe(
        'What you get:\n\n- 10 × Warehouse licence\n- Training on site, in two groups',
      ),
    );
    await typeText(card, 'What you get: calm.');
    await press(card, 'Save as a new version');
    await finish(card);
    await says(card, /Version 2 · [\s\S]*What you get: calm\./);
    expect(fake.accepted[0]).toMatchObject({ what: 'edit', version: 1, section: 'scope', text: 'What you get: calm.' });
    expect(card.maybeFind(TextArea)).toBeNull();
  });

  test('that nothing confirms are named, and saved only when they are meant', async () => {
    const { card, fake } = await reviewing();
    fake.refuse('edit', problem('unbound', false, { words: ['15 %', 'by Friday', '15 %'] }), 'later');
    await press(card, 'Edit: Your situation');
    await typeText(card, 'You save 15 % by Friday.');
    await press(card, 'Save as a new version');
    await finish(card);
    await says(card, /Not confirmed by anything:[\s\S]*15 %[\s\S]*by Friday/);
    expect(button(card, 'Save as a new version')?.props.disabled).toBe(true);
    await press(card, 'Save as I typed it');
    await finish(card);
    expect(fake.accepted[1]).toMatchObject({ text: 'You save 15 % by Friday.', confirmed: true });
    await says(card, /Version 2 · /);
  });

  test('that are changed after the question are asked about anew', async () => {
    const { card, fake } = await reviewing();
    fake.refuse('edit', problem('unbound', false, { words: ['15 %'] }));
    await press(card, 'Edit: Your situation');
    await typeText(card, 'You save 15 %.');
    await press(card, 'Save as a new version');
    await says(card, /Not confirmed by anything/);
    await typeText(card, 'You save 99 %.');
    await card.until(() => expect(button(card, 'Save as I typed it')).toBeUndefined());
    await press(card, 'Save as a new version');
    await card.until(() => expect(fake.accepted[0]).toMatchObject({ text: 'You save 99 %.' }));
    expect(fake.accepted[0]).toMatchObject({ what: 'edit' });
    expect('confirmed' in (fake.accepted[0] ?? {})).toBe(false);
  });

  test('are not lost when saving fails, when tabs change, or when somebody else makes a version', async () => {
    const { card, fake } = await reviewing();
    fake.refuse('edit', problem('source-down', true));
    await press(card, 'Edit: Your situation');
    await typeText(card, 'Mine.');
    await press(card, 'Save as a new version');
    await says(card, /Your changes were not saved/);
    fake.versions.set(2, sampleVersion(2));
    changeTab(card, 'prepare');
    await press(card, 'Check again');
    await says(card, /You are looking at version 1\. The newest is version 2\./);
    changeTab(card, 'review');
    await press(card, 'Save as a new version');
    await card.until(() => expect(fake.accepted[0]).toMatchObject({ version: 1, text: 'Mine.' }));
  });

  test('cannot be nothing, and one section is changed at a time', async () => {
    const { card } = await reviewing();
    await press(card, 'Edit: Your situation');
    await says(card, /to change another one/);
    expect(button(card, 'Edit: Scope')?.props.disabled).toBe(true);
    await typeText(card, ' ');
    await card.until(() => expect(button(card, 'Save as a new version')?.props.disabled).toBe(true));
    await press(card, 'Cancel');
    await card.until(() => expect(card.maybeFind(TextArea)).toBeNull());
    expect(words(card)).toMatch(/Picking errors/);
  });
});
