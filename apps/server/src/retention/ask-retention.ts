import { askServer } from '../operator/client.ts';
import { fromDatabaseOrServer } from '../operator/from-database-or-server.ts';
import type { ServerSettings } from '../settings.ts';
import { answerRetention, type RetentionAnswer } from './answer-retention.ts';
import { configuredRetention } from './configured-retention.ts';

/** By these settings, or by those of the server that holds the embedded database. */
export function askRetention(settings: ServerSettings, run: boolean, now: Date): Promise<RetentionAnswer> {
  return fromDatabaseOrServer<RetentionAnswer>(settings, {
    here: (orm) => answerRetention(configuredRetention(orm, settings), run, now),
    there: () =>
      askServer(
        settings,
        run
          ? { path: 'retention/run', json: {}, kind: 'retention' }
          : { path: 'retention', query: {}, kind: 'retention' },
      ),
  });
}
