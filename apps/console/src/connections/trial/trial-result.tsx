import type { ConnectionView, DryRunView } from '@draftsmith/contracts';
import { useEffect } from 'react';
import useSWR from 'swr';
import { problemKind } from '../../api/request.ts';
import { useI18n } from '../../i18n/context.tsx';
import type { Messages } from '../../i18n/en.ts';
import type { SkipWords } from '../../i18n/outcomes-en.ts';
import type { AccountName } from '../../router/route.ts';
import { Icon } from '../../shell/icon.tsx';
import { Problem } from '../../shell/problem.tsx';
import { dryRunUrl } from '../endpoints.ts';
import { useDraftsAs } from '../use-connections.ts';

interface ResultProps {
  account: AccountName;
  run: string;
  /** Told once the run has ended, however it ended. */
  onDone: () => void;
}

/** One dry run, asked for until it has ended; its identifier is in the address, so that a reload shows it again. */
export function TrialResult({ account, run, onDone }: ResultProps) {
  const { m } = useI18n();
  const draftsAs = useDraftsAs(account);
  const words = m.connections.trial[draftsAs];
  const result = useSWR<DryRunView>(dryRunUrl(account, run), {
    dedupingInterval: 500,
    refreshInterval: (latest) => (latest?.state === 'running' ? 1000 : 0),
    revalidateOnFocus: false,
  });
  const ended = result.data !== undefined && result.data.state !== 'running';
  useEffect(() => {
    if (ended) onDone();
  }, [ended, onDone]);
  if (result.data === undefined && result.error) {
    return problemKind(result.error) === 'missing' ? (
      <p className="hint">{words.gone}</p>
    ) : (
      <Problem title={m.connections.trial.errorTitle} error={result.error} onRetry={() => result.mutate()} />
    );
  }
  return (
    <div className="trial-result" role="status" aria-busy={!ended}>
      {result.data === undefined || result.data.state === 'running' ? (
        <p className="trial-writing">
          <Icon name="working" /> {words.writing}
        </p>
      ) : (
        <Ended view={result.data} words={words} />
      )}
    </div>
  );
}

type Words = Messages['connections']['trial'][ConnectionView['draftsAs']];

function Ended({ view, words }: { view: DryRunView; words: Words }) {
  const { m } = useI18n();
  const { state, resourceId, text, reason, message } = view;
  if (state === 'done' && text !== undefined) {
    return (
      <article className="trial-draft">
        <h2>{words.done(resourceId)}</h2>
        <p className="trial-note">
          <Icon name="lock" size={14} /> {words.unchanged}
        </p>
        <div className="prose" dir="auto">
          {text}
        </div>
      </article>
    );
  }
  const skip = reason === undefined ? undefined : (m.skips as Record<string, SkipWords>)[reason];
  return (
    <>
      <h2>{state === 'failed' ? words.failed(resourceId) : words.none(resourceId)}</h2>
      {skip ? (
        <>
          <p>{skip.why}</p>
          <p>
            <strong>{m.ticket.whatWouldChange}:</strong> {skip.change}
          </p>
        </>
      ) : (
        state === 'done' && <p>{words.noneOther}</p>
      )}
      {message !== undefined && <p lang="en">{message}</p>}
    </>
  );
}
