import type { Actor } from '@draftsmith/audit';
import { toAppError } from '@draftsmith/errors';
import type { AccountKey, Installation, Installations } from '@draftsmith/installations';
import type { Logger } from '@draftsmith/logger';

export interface ResumeDeps {
  installations: Pick<Installations, 'list'>;
  remove: (key: AccountKey, actor: Actor) => Promise<{ left: readonly string[] }>;
  logger: Logger;
}

const LOOK_EVERY = 60_000;
/** Milliseconds after which whoever was taking an account away counts as killed; it is longer than a removal takes. */
const SILENCE = 5 * 60_000;

/** Ends removals that broke off: without it an account would be neither there nor gone. Returns how to stop. */
export function watchInterruptedRemovals(deps: ResumeDeps): () => void {
  const look = () =>
    resumeRemovals(deps, new Date()).catch((error) =>
      deps.logger.warn('Could not look for broken removals', { error }),
    );
  void look();
  const timer = setInterval(look, LOOK_EVERY);
  return () => clearInterval(timer);
}

export async function resumeRemovals({ installations, remove, logger }: ResumeDeps, now: Date): Promise<void> {
  const isBroken = ({ state, updatedAt }: Installation) =>
    state === 'removing' && now.getTime() - updatedAt.getTime() > SILENCE;
  for (const { connector, account } of (await installations.list()).filter(isBroken)) {
    try {
      const { left } = await remove({ connector, account }, { kind: 'system' });
      logger.warn('A removal that broke off was ended', { connector, account, left: left.join('; ') });
    } catch (thrown) {
      logger.error('A removal that broke off cannot be ended', { connector, account, error: toAppError(thrown) });
    }
  }
}
