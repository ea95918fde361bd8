import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pauseFor } from 'node:timers/promises';
import type { Answer, ProposalOperation, ProposalRequest, ProposalVersionView } from '@draftsmith/contracts';
import { AppError } from '@draftsmith/errors';
import { type HubSpotSimulator, sampleDeal } from '@draftsmith/simulators/hubspot';

/** Milliseconds for one step; a model takes its time. */
const PATIENCE = 3 * 60_000;
const POLL_EVERY = 200;

export interface DemoProposal {
  deal: string;
  total: string;
  /** From the click to the draft. */
  draftedMs: number;
  writer: string;
  /** Where its documents were saved. */
  files: readonly string[];
}

interface ProposeOptions {
  hubspot: HubSpotSimulator;
  /** By which HubSpot calls the server. */
  serverUrl: string;
  folder: string;
}

/**
 * What a rep does on a deal, through HubSpot: the card starts, looks again, attaches. The documents are taken off the note
 * and saved.
 */
export async function propose({ hubspot, serverUrl, folder }: ProposeOptions): Promise<DemoProposal> {
  const portal = hubspot.portal();
  const deal = sampleDeal(portal.seed);
  const ask = async <T>(method: 'GET' | 'POST', path: string, body?: ProposalRequest): Promise<T> => {
    const url = `${serverUrl}/proposals/hubspot/deals/${deal.id}/${path}`;
    const answer = (await portal.cardFetch(url, { method, ...(body && { body }) })).body as Answer<T>;
    if (answer.ok) return answer.value;
    throw new AppError('unavailable', `The demo's proposal came to nothing: ${answer.problem.message}`);
  };
  const run = async (request: ProposalRequest): Promise<void> => {
    const until = Date.now() + PATIENCE;
    let operation = await ask<ProposalOperation>('POST', 'operations', request);
    while (operation.state === 'running' && Date.now() < until) {
      await pauseFor(POLL_EVERY);
      operation = await ask('GET', `operations/${operation.id}`);
    }
    if (operation.state !== 'done')
      throw new AppError(
        'unavailable',
        `The demo's proposal came to nothing: ${operation.problem?.message ?? 'no end'}`,
      );
  };

  const clicked = Date.now();
  await run({ requestId: 'demo-generate', what: 'generate', choices: {} });
  const draftedMs = Date.now() - clicked;
  await run({ requestId: 'demo-attach', what: 'attach', version: 1 });
  const { total, writer } = await ask<ProposalVersionView>('GET', 'versions/1');
  return {
    ...{ deal: 'Northwind - warehouse rollout', total, draftedMs },
    writer: writer.modelWritten ? `${writer.provider}/${writer.model}` : 'without a model',
    files: await save(portal.state.files(), folder),
  };
}

async function save(
  files: readonly { name: string; extension: string; bytes: Uint8Array }[],
  folder: string,
): Promise<string[]> {
  await mkdir(folder, { recursive: true });
  const paths = files.map(({ name, extension }) => join(folder, `${name}.${extension}`));
  await Promise.all(files.map(({ bytes }, i) => writeFile(paths[i] ?? folder, bytes)));
  return paths;
}
