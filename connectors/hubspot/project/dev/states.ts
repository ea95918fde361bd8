import { Button, Tabs, TextArea } from '@hubspot/ui-extensions';
import type { HostedCard } from '../src/testing/hosted-card.tsx';
import { createFakeProposals, type FakeProposals, problem } from './fake-server.ts';
import { SAMPLE_GAPS, sampleVersion } from './samples.ts';

/** A state of the card, and how a person gets there. */
export interface State {
  server(): FakeProposals;
  variables?: Record<string, string>;
  before?(card: HostedCard): void;
  steps?(card: HostedCard): Promise<void>;
}

const answering = (failure: Parameters<typeof problem>[0], retryable = false): State['server'] => {
  return () => ({ ...createFakeProposals(), handle: () => ({ ok: false, problem: problem(failure, retryable) }) });
};
const two = () => createFakeProposals({ versions: [sampleVersion(1), sampleVersion(2, { how: 'edit' })] });

/** Presses the button whose words begin like this. */
export async function press(card: HostedCard, words: string | RegExp): Promise<void> {
  const matches = (text: string | null) => (typeof words === 'string' ? text === words : words.test(text ?? ''));
  await card.until(() => {
    const button = card.findAll(Button).find(({ text, props }) => matches(text) && !props.disabled);
    if (!button) throw new Error(`There is no button ${words} to press`);
    button.trigger('onClick');
  });
}

const tab = (card: HostedCard, id: string) =>
  card.until(() => card.find(Tabs).trigger('onSelectedChange', id as never));

export const STATES: Record<string, State> = {
  reconnect: { server: answering('reconnect') },
  'not-connected': { server: answering('not-connected') },
  'source-down': { server: answering('source-down', true) },
  'not-set-up': { server: () => createFakeProposals(), variables: {} },
  empty: { server: () => createFakeProposals() },
  blocked: {
    server: () =>
      createFakeProposals({
        view: { gaps: SAMPLE_GAPS, uses: { ...createFakeProposals().view.uses, total: null, contact: null } },
      }),
  },
  running: {
    server: () => createFakeProposals(),
    steps: (card) => press(card, /^(Generate proposal|Создать предложение)$/),
  },
  review: { server: two },
  notices: {
    server: () =>
      createFakeProposals({
        versions: [
          sampleVersion(1, {
            approval: 'asked',
            refused: 2,
            writer: { provider: 'offline', model: 'offline', modelWritten: false },
            attached: { at: '2026-11-20T10:00:00Z', url: 'https://app.hubspot.com/note/1' },
            quoted: { at: '2026-11-20T10:00:00Z', url: null },
          }),
        ],
      }),
  },
  rewrite: { server: two, steps: (card) => press(card, /^(Rewrite|Написать заново): Scope$/) },
  unbound: {
    server: () => {
      const fake = two();
      fake.refuse('edit', problem('unbound', false, { words: ['15 %', 'by Friday'] }));
      return fake;
    },
    steps: async (card) => {
      await press(card, /^(Edit|Править): Your situation$/);
      await card.until(() => card.find(TextArea).props.onInput?.('You save 15 % by Friday.'));
      await press(card, /^(Save as a new version|Сохранить как новую версию)$/);
    },
  },
  failed: {
    server: () => {
      const fake = two();
      fake.refuse('attach', problem('permission', false));
      return fake;
    },
    steps: (card) => press(card, /^(Attach to deal|Прикрепить к сделке)$/),
  },
  outdated: {
    server: () => {
      const fake = createFakeProposals({ versions: [sampleVersion(1)] });
      fake.refuse('attach', problem('outdated', false));
      return fake;
    },
    steps: (card) => press(card, /^(Attach to deal|Прикрепить к сделке)$/),
  },
  versions: {
    server: () =>
      createFakeProposals({ versions: [sampleVersion(1, { outdated: true }), sampleVersion(2, { how: 'edit' })] }),
    steps: async (card) => {
      await tab(card, 'versions');
      await press(card, /^(Compare|Сравнить)$/);
    },
  },
};
