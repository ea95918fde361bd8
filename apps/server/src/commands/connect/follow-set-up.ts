import { setTimeout as pauseFor } from 'node:timers/promises';
import type { ConnectProgress, ConnectStep } from '@draftsmith/contracts';
import type { AccountKey } from '@draftsmith/installations';
import type { Ask } from '../../connections/operations.ts';

const LOOK_EVERY = 300;

const WORDS: Record<ConnectStep, string> = {
  authorise: 'access was given',
  webhook: 'webhooks',
  trigger: 'triggers',
  secret: 'signing secrets',
  test: 'test delivery',
  knowledge: 'reading of help centre, macros and solved tickets begins',
  draft: 'a draft to try it',
};

/** Does what is left of the set-up and says each step as it ends. */
export async function followSetUp(ask: Ask, key: AccountKey, say: (line: string) => void): Promise<ConnectProgress> {
  await ask('start', key);
  const said = new Set<ConnectStep>();
  for (;;) {
    const progress = await ask('progress', key);
    for (const { step, state, detail, fix } of progress.steps) {
      if ((state !== 'done' && state !== 'failed') || said.has(step)) continue;
      said.add(step);
      say(`  ${state === 'done' ? 'ok  ' : 'FAIL'}  ${WORDS[step]}${detail ? `: ${detail}` : ''}`);
      if (fix) say(`        ${fix}`);
    }
    const isOver = progress.finished || progress.steps.some(({ state }) => state === 'failed');
    if (isOver) return progress;
    await pauseFor(LOOK_EVERY);
  }
}
