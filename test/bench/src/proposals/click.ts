import { randomUUID } from 'node:crypto';
import { setTimeout as pauseFor } from 'node:timers/promises';
import type { PortalHandle } from '@draftsmith/simulators/hubspot';

/** Milliseconds between two looks: what a card adds by looking every two seconds is its own. */
const LOOK_EVERY = 10;
const PATIENCE = 60_000;

interface Answer<Value> {
  ok: boolean;
  value: Value;
  problem?: { code: string };
}

export interface Click {
  /** Milliseconds to open the card: the deal as it stands. */
  opened: number;
  /** From the click to the whole draft, read. */
  drafted: number;
}

/** What a rep does: opens the card, clicks, and reads the draft when it is there. @throws Error when there is none */
export async function clickOnce(portal: PortalHandle, serverUrl: string, dealId: string): Promise<Click> {
  const user = { userId: Number(dealId) % 1e9, email: 'rep@example.com' };
  const ask = async <Value>(path: string, body?: object): Promise<Value> => {
    const request = body ? { method: 'POST' as const, body } : {};
    const response = await portal.cardFetch(`${serverUrl}/proposals/hubspot/deals/${dealId}/${path}`, request, user);
    const answer = response.body as Answer<Value>;
    if (response.status !== 200 || !answer.ok)
      throw new Error(`${path} was answered ${response.status} ${answer.problem?.code ?? ''}`);
    return answer.value;
  };
  const begun = performance.now();
  await ask('view');
  const clicked = performance.now();
  const asked = { requestId: randomUUID(), what: 'generate', choices: {} };
  let operation = await ask<{ id: string; state: string; version: number }>('operations', asked);
  while (operation.state === 'running' && performance.now() - clicked < PATIENCE) {
    await pauseFor(LOOK_EVERY);
    operation = await ask(`operations/${operation.id}`);
  }
  if (operation.state !== 'done') throw new Error('The proposal was not written');
  const version = await ask<{ writer: { modelWritten: boolean } }>(`versions/${operation.version}`);
  if (!version.writer.modelWritten) throw new Error('The model did not write it');
  return { opened: clicked - begun, drafted: performance.now() - clicked };
}
