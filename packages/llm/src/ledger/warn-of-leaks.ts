import type { Logger } from '@draftsmith/logger';
import { isHeldBack, placeOfLeak } from '../leak-check.ts';
import type { Observer } from './record.ts';

/** Places in one line of the log; a prompt that was not redacted at all has thousands. */
const MOST_PLACES = 20;

/** Tells the operator of each payload that was held back: what kind of thing stands where, and never what it says. */
export function warnOfLeaks(logger: Logger): Observer {
  return ({ id, reference, account, purpose, attempts }) => {
    for (const { provider, model, code, detail, leaks = [] } of attempts.filter(isHeldBack)) {
      logger.warn('A prompt was held back before it left', {
        ...{ completion: id, reference, account, purpose, route: `${provider}/${model}` },
        ...{ code, detail, leaks: leaks.length, places: leaks.slice(0, MOST_PLACES).map(placeOfLeak).join('; ') },
      });
    }
  };
}
