import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { PortalHandle } from '@draftsmith/simulators/hubspot';
import { expect } from 'vitest';
import { SERVICE_URL } from './hubspot-story-account.ts';

/** What a rep reads and does on the card of a deal. */
export interface StoryCard {
  /** Everything that stands there, as plain text. */
  words(): string;
  /** The names of the steps that were shown since the card was opened. */
  steps(): readonly string[];
  says(words: string | RegExp): Promise<void>;
  press(words: string | RegExp): Promise<void>;
  /** Presses until it says so: what was read a moment ago is believed for some seconds. */
  pressUntil(words: string, says: RegExp): Promise<void>;
  type(text: string): Promise<void>;
  tab(id: 'review' | 'prepare' | 'versions'): Promise<void>;
  /** What HubSpot said aloud. */
  alerts(): readonly string[];
}

interface Rendered {
  text: string | null;
  props: Record<string, unknown> & { disabled?: boolean };
  trigger(event: string, value?: unknown): void;
}

interface Renderer {
  render(element: unknown): void;
  getRootNode(): unknown;
  findAll(component: unknown): Rendered[];
  mocks: {
    context: { user: object };
    actions: { addAlert: { calls: readonly (readonly { message: string }[])[] } };
  };
}

/** HubSpot's own code and ours for it, from the project that is uploaded: React 18 and JSX, of which this package knows nothing. */
async function loadProject() {
  const folder = dirname(fileURLToPath(import.meta.resolve('@draftsmith/hubspot-project')));
  const from = createRequire(join(folder, 'package.json'));
  const load = (path: string) => import(/* @vite-ignore */ pathToFileURL(path).href);
  const [kit, testing, react, card, outline] = await Promise.all([
    load(from.resolve('@hubspot/ui-extensions')),
    load(from.resolve('@hubspot/ui-extensions/testing')),
    load(from.resolve('react')),
    load(join(folder, 'src/app/cards/card.tsx')),
    load(join(folder, 'dev/outline-of.ts')),
  ]);
  return {
    kit,
    createRenderer: testing.createRenderer,
    React: react.default,
    Card: card.Card,
    outlineOf: outline.outlineOf,
  };
}

const PATIENCE = { timeout: 60_000, interval: 50 };

/** The card as HubSpot runs it on a deal; `hubspot.fetch` is the platform's, and leads to the server. */
export async function openCard(portal: PortalHandle, dealId: string, serverUrl: string): Promise<StoryCard> {
  const { kit, createRenderer, React, Card, outlineOf } = await loadProject();
  const hsFetch = async (
    url: string,
    { method, body, timeout }: { method?: 'GET' | 'POST'; body?: object; timeout?: number },
  ) => {
    const request = { ...(method && { method }), ...(body && { body }), ...(timeout && { timeout }) };
    const answer = await portal.cardFetch(url.replace(SERVICE_URL, serverUrl), request);
    return { ok: answer.ok, status: answer.status, json: async () => answer.body };
  };
  // As HubSpot's sandbox has them.
  Object.assign(globalThis, { self: globalThis, hsFetch });
  const renderer: Renderer = createRenderer('crm.record.tab');
  const { context, actions } = renderer.mocks;
  const crm = { objectId: Number(dealId), objectTypeId: '0-3' };
  const user = { ...context.user, language: 'en', locale: 'en-us' };
  renderer.render(
    React.createElement(Card, { context: { ...context, user, crm, variables: { SERVICE_URL } }, actions }),
  );
  const steps: string[] = [];
  const words = () => {
    const text = outlineOf(renderer.getRootNode()) as string;
    const step = /Step \d+ of \d+: ([^\n"]+)/.exec(text)?.[1];
    if (step && steps.at(-1) !== step) steps.push(step);
    return text;
  };
  const matches = (wanted: string | RegExp, text: string | null) =>
    typeof wanted === 'string' ? text === wanted : wanted.test(text ?? '');
  const buttonOf = (wanted: string | RegExp) =>
    renderer.findAll(kit.Button).find(({ text, props }) => matches(wanted, text) && !props.disabled);
  const card: StoryCard = {
    words,
    steps: () => steps,
    says: (wanted) => expect.poll(words, PATIENCE).toMatch(wanted),
    async press(wanted) {
      const isThere = () => {
        words();
        return buttonOf(wanted) !== undefined;
      };
      await expect.poll(isThere, { ...PATIENCE, message: `button ${wanted}` }).toBe(true);
      buttonOf(wanted)?.trigger('onClick');
    },
    async pressUntil(wanted, said) {
      const look = () => {
        buttonOf(wanted)?.trigger('onClick');
        return words();
      };
      await expect.poll(look, { timeout: 30_000, interval: 1_000 }).toMatch(said);
    },
    async type(text) {
      // The first of a page; a section that is open stands before the steer of a new proposal.
      const field = () => renderer.findAll(kit.TextArea)[0] ?? renderer.findAll(kit.Input)[0];
      await expect.poll(() => field() !== undefined, { ...PATIENCE, message: 'something to type into' }).toBe(true);
      field()?.trigger('onInput', text);
    },
    async tab(id) {
      await expect.poll(() => renderer.findAll(kit.Tabs).length, PATIENCE).toBe(1);
      renderer.findAll(kit.Tabs)[0]?.trigger('onSelectedChange', id);
    },
    alerts: () => actions.addAlert.calls.map(([alert]) => alert?.message ?? ''),
  };
  return card;
}
