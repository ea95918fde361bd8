import { setTimeout as sleep } from 'node:timers/promises';
import type { Orm } from '@draftsmith/database';
import { completions } from '@draftsmith/database/schema';
import { isAppError } from '@draftsmith/errors';

/** A command has only just begun to connect; two seconds later Redis is there, or down. */
const [TRIES, PAUSE] = [8, 250];

/**
 * Empties the cached answers of every account: a cache says nothing of whom its answers are about.
 * @returns a sentence when it did not work everywhere
 */
export async function purgeAllAnswers(
  orm: Pick<Orm, 'selectDistinct'>,
  purge: (account: string) => Promise<void>,
  pause: () => Promise<void> = () => sleep(PAUSE),
): Promise<string | undefined> {
  const accounts = await orm.selectDistinct({ account: completions.account }).from(completions);
  let tries = TRIES;
  for (const { account } of accounts) {
    for (;;) {
      const refusal = await refusalOf(purge(account));
      if (refusal === undefined) break;
      tries -= 1;
      if (tries === 0) return `Not emptied everywhere: ${refusal}. Erase again once Redis answers`;
      await pause();
    }
  }
  return undefined;
}

async function refusalOf(purging: Promise<void>): Promise<string | undefined> {
  try {
    await purging;
    return undefined;
  } catch (error) {
    if (isAppError(error)) return error.message;
    throw error;
  }
}
