import { Alert, Button, StepIndicator, Tabs, TextArea } from '@hubspot/ui-extensions';
import { expect, vi } from 'vitest';
import { createFakeProposals, type FakeProposals } from '../../dev/fake-server.ts';
import { outlineOf } from '../../dev/outline-of.ts';
import { sampleVersion } from '../../dev/samples.ts';
import { type HostedCard, hostCard } from './hosted-card.tsx';

/** What a test does at a card, and sees of it. Time is the test's own: `vi.useFakeTimers` with `TIMERS`. */
export const TIMERS = { toFake: ['setTimeout', 'clearTimeout'] } satisfies Parameters<typeof vi.useFakeTimers>[0];

export const later = (ms: number) => vi.advanceTimersByTimeAsync(ms);

export const words = (card: HostedCard) => outlineOf(card.root());

export const says = (card: HostedCard, text: string | RegExp) => card.until(() => expect(words(card)).toMatch(text));

export const button = (card: HostedCard, text: string) => card.findAll(Button).find((one) => one.text === text);

export const titles = (card: HostedCard) => card.findAll(Alert).map(({ props }) => props.title);

export const posts = (card: HostedCard) => card.sent.filter(({ line }) => line.startsWith('POST'));

export const typeText = (card: HostedCard, text: string) => card.until(() => card.find(TextArea).props.onInput?.(text));

export const changeTab = (card: HostedCard, id: string) =>
  (card.find(Tabs).props.onSelectedChange as ((id: string) => void) | undefined)?.(id);

/** Until nothing runs any more. */
export async function finish(card: HostedCard): Promise<void> {
  for (let looks = 0; looks < 10; looks++) await later(2_000);
  await card.until(() => expect(card.maybeFind(StepIndicator)).toBeNull());
}

/** A card with one version, or what is given, on screen. */
export async function reviewing(
  fake: FakeProposals = createFakeProposals({ versions: [sampleVersion(1)] }),
): Promise<{ card: HostedCard; fake: FakeProposals }> {
  const card = hostCard(fake);
  await says(card, /Attach(ed|) /);
  return { card, fake };
}
