import { openComment, openVersion } from '@draftsmith/assist';
import { type Actor, createAuditLog } from '@draftsmith/audit';
import type { Orm } from '@draftsmith/database';
import { openAbout, openContent } from '@draftsmith/drafting';
import { createPeopleIndex, type EraseDeps, type ExportDeps } from '@draftsmith/personal-data';
import { EXPORTED_PROPOSAL_FIELDS, eraseProposals, exportProposals } from '@draftsmith/proposals';
import type { Sealing } from '../secrets/open-sealing.ts';
import { reportProposals } from './report-proposals.ts';

export interface PersonParts {
  orm: Orm;
  sealing: Pick<Sealing, 'sealer' | 'peopleKey'>;
  /** See `EraseDeps`. */
  purgeAnswers: () => Promise<string | undefined>;
}

/** Whoever may use the machine, or has its token: there is no other name for them. */
const COMMAND: Actor = { kind: 'command' };

/** What export and erase need of the server's parts. */
export function personDeps({ orm, sealing, purgeAnswers }: PersonParts): { exporting: ExportDeps; erasing: EraseDeps } {
  const { sealer, peopleKey } = sealing;
  const audit = createAuditLog(orm);
  const index = createPeopleIndex(peopleKey);
  const finding = { orm, index, sealer };
  const shared = {
    ...{ orm, index },
    open: (row: Parameters<ExportDeps['open']>[0]) => {
      const { subject, customerName } = openAbout(sealer, row);
      const { text, citations } = openContent(sealer, row);
      return { subject, customerName, texts: [...(text ? [text] : []), ...citations.map(({ excerpt }) => excerpt)] };
    },
    openVersion: (row: Parameters<ExportDeps['openVersion']>[0]) => {
      const { text, steer } = openVersion(sealer, row);
      return [text, ...(steer ? [steer] : [])];
    },
    now: () => new Date(),
  };
  const recorded =
    (action: string): EraseDeps['record'] =>
    (detail, within) =>
      audit.record({ actor: COMMAND, action, detail }, within);
  return {
    exporting: {
      ...shared,
      read: (row) => ({ ...openAbout(sealer, row), ...openContent(sealer, row) }),
      // Who asked for it is an agent's own data.
      readVersion: (row) => ({ ...openVersion(sealer, row), byName: undefined }),
      readComment: (row) => openComment(sealer, row),
      exportProposals: { read: (asked) => exportProposals(finding, asked), fields: EXPORTED_PROPOSAL_FIELDS },
      record: recorded('data.exported'),
    },
    erasing: {
      ...shared,
      purgeAnswers,
      findProposals: (asked) => reportProposals(finding, asked),
      elsewhere: [(asked, at) => eraseProposals(finding, asked, at)],
      record: recorded('data.erased'),
    },
  };
}
