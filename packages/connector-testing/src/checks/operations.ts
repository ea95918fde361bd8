import type { Connection, WriteBack } from '@draftsmith/contracts';
import { sampleProposal } from './deals.ts';

/** A text that no account contains by itself. */
export const DRAFT_TEXT = 'Draft of the contract suite, paragraph one.\n\nParagraph two: 7f3a91.';

/** A write-back as the pipeline would ask for it. */
export function sampleWrite(given: Pick<WriteBack, 'resource' | 'context' | 'idempotencyKey'>): WriteBack {
  return {
    ...given,
    draft: {
      text: DRAFT_TEXT,
      language: 'en',
      citations: [],
      provider: 'offline',
      model: 'offline',
      modelWritten: false,
    },
  };
}

/** Every operation of a connection that reaches the source system. */
export function operationsOf(
  connection: Connection,
  write: WriteBack,
): Record<string, (signal: AbortSignal) => Promise<unknown>> {
  const { deals } = connection;
  if (deals)
    return {
      gather: (signal) => deals.gather(write.resource, { characters: 1_000, relevant: [] }, signal),
      attach: (signal) => deals.attach(sampleProposal(write.resource), signal),
      stages: (signal) => deals.stages(signal),
      check: (signal) => connection.check(signal),
    };
  return {
    gatherContext: (signal) => connection.gatherContext(write.resource, signal),
    writeBack: (signal) => connection.writeBack(write, signal),
    check: (signal) => connection.check(signal),
  };
}
