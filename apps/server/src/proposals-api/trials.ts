import type { DealConnection, ResourceRef } from '@draftsmith/contracts';
import type { Database } from '@draftsmith/database';
import type { Completer } from '@draftsmith/llm';
import type { Policies } from '@draftsmith/policies';
import type { RemoteRecogniser } from '@draftsmith/privacy';
import { writeProposal, writeSection } from '@draftsmith/proposal-writing';
import { tryProposal } from '@draftsmith/proposals';
import { proposalDecisions } from './open-proposals.ts';

interface TrialsOptions {
  database: Database;
  policies: Pick<Policies, 'of'>;
  completer: Completer;
  recogniser: RemoteRecogniser | undefined;
}

/** Proposals to look at, as an account's decisions of today make them. */
export function createTrials({ database, policies, completer, recogniser }: TrialsOptions) {
  const decisions = proposalDecisions({ database });
  return async (resource: ResourceRef, deals: DealConnection, signal: AbortSignal) =>
    tryProposal(
      {
        ...decisions,
        policyOf: policies.of,
        writing: { proposal: writeProposal, section: writeSection },
        models: { complete: completer.complete, recogniser },
      },
      {
        resource,
        deals,
        signal,
        now: new Date(),
        settings: await decisions.settings.of(resource.connector, resource.account),
      },
    );
}
