import { AppError } from '@draftsmith/errors';
import { createHttpClient } from '@draftsmith/http';
import { hostOf, isThisMachine } from '@draftsmith/llm';
import { createPresidioRecogniser, type RemoteRecogniser } from '@draftsmith/privacy';
import { allowedHosts, type ServerSettings } from './settings.ts';

/** Milliseconds: every draft waits for it, and does without when it is late. */
const DEADLINE = 2_000;
const MAX_BODY = 4 * 1024 * 1024;

/**
 * The recogniser that an admin runs beside ours, if one is set up.
 *
 * @throws AppError `invalid` when local-only forbids its host: it reads what customers wrote, word for word.
 */
export function createConfiguredRecogniser(
  settings: ServerSettings,
  warn: (message: string) => void,
): RemoteRecogniser | undefined {
  const { DRAFTSMITH_PRESIDIO_URL: baseUrl, DRAFTSMITH_PRESIDIO_MIN_SCORE: minScore } = settings;
  if (!baseUrl) return undefined;
  const host = hostOf(baseUrl);
  if (settings.DRAFTSMITH_LOCAL_ONLY && !isThisMachine(host) && !allowedHosts(settings).includes(host))
    throw new AppError(
      'invalid',
      'DRAFTSMITH_PRESIDIO_URL: expected an analyzer on this machine or on one of DRAFTSMITH_ALLOWED_HOSTS, because DRAFTSMITH_LOCAL_ONLY is on',
      { code: 'settings.invalid' },
    );
  const client = createHttpClient({
    baseUrl,
    headers: () => ({}),
    userAgent: 'Draftsmith',
    deadlineMs: DEADLINE,
    maxBodyBytes: MAX_BODY,
    // A second try would end after the deadline that the first one missed.
    retries: 0,
  });
  return createPresidioRecogniser({ client, warn, minScore });
}
