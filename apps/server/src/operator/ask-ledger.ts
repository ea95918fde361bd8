import { AppError } from '@draftsmith/errors';
import type { ServerSettings } from '../settings.ts';
import { answerUsage, type UsageAnswer } from './answer-usage.ts';
import { askServer } from './client.ts';
import { fromDatabaseOrServer } from './from-database-or-server.ts';
import { toQuery, type UsageQuestion } from './usage-question.ts';

/** Asks the database, or the server that holds the embedded one. */
export async function askLedger(question: UsageQuestion, settings: ServerSettings): Promise<UsageAnswer> {
  return fromDatabaseOrServer(settings, {
    here: (orm) => answerUsage(orm, question),
    async there() {
      const answer = await askServer(settings, 'usage', toQuery(question));
      if (isAnswerTo(question, answer)) return answer;
      throw new AppError('unavailable', 'The Draftsmith that runs is of another version: restart it', {
        code: 'operator.unknown',
      });
    },
  });
}

function isAnswerTo({ view }: UsageQuestion, answer: unknown): answer is UsageAnswer {
  return typeof answer === 'object' && answer !== null && 'kind' in answer && answer.kind === view;
}
