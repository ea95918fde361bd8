import type { ReportedProposal } from '@draftsmith/personal-data';
import { textTable } from '../text-table.ts';

/** @param most longer lists are for a file */
export function proposalsText(proposals: readonly ReportedProposal[], width: number, most: number): string[] {
  const { lines } = textTable<ReportedProposal>(
    [
      { title: 'asked for (UTC)', cell: ({ askedAt }) => askedAt.slice(0, 16).replace('T', ' ') },
      { title: 'account', cell: ({ connector, account }) => `${connector}/${account}` },
      { title: 'about', cell: ({ resourceType, resourceId }) => `${resourceType} ${resourceId}` },
      { title: 'found by', cell: ({ foundBy }) => foundBy.join(', ') },
      { title: 'left there', cell: ({ written }) => written.flatMap(leftBy).join(', '), spare: 1 },
    ],
    proposals.slice(0, most),
    { width },
  );
  const hidden = proposals.length - most;
  return [...lines, ...(hidden > 0 ? ['', `${hidden} more proposals: --json has all of them.`] : [])];
}

/** By the words under which a person looks for them there. */
function leftBy({ kind, artefactIds }: ReportedProposal['written'][number]): string[] {
  const [first, ...files] = artefactIds;
  // Begun, and maybe written: nobody has heard what became of it.
  if (first === undefined) return [`maybe a ${NAMES[kind]}`];
  return [`${NAMES[kind]} ${first}`, ...files.map((id) => `file ${id}`)];
}

const NAMES = { attach: 'note', quote: 'quote', approval: 'task' } as const;
