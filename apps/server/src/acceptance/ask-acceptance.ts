import type { AcceptanceReport } from '@draftsmith/contracts';
import { askServer } from '../operator/client.ts';
import { fromDatabaseOrServer } from '../operator/from-database-or-server.ts';
import type { ServerSettings } from '../settings.ts';
import { type AskedAcceptance, answerAcceptance } from './answer-acceptance.ts';

/** By the database, or by the server that holds the embedded one. */
export function askAcceptance(asked: AskedAcceptance, settings: ServerSettings, now: Date): Promise<AcceptanceReport> {
  const { by, days } = asked;
  return fromDatabaseOrServer<AcceptanceReport>(settings, {
    here: (orm) => answerAcceptance(orm, asked, now),
    async there() {
      const query = { by, days: String(days) };
      const { kind: _, ...report } = await askServer<{ kind: 'acceptance' } & AcceptanceReport>(settings, {
        ...{ path: 'acceptance', query, kind: 'acceptance' },
      });
      return report;
    },
  });
}
