import type { ConnectProgress } from '@draftsmith/contracts';
import { useEffect } from 'react';
import { useI18n } from '../../i18n/context.tsx';
import { Link, navigate } from '../../router/navigation.tsx';
import type { AccountName } from '../../router/route.ts';
import { Problem, ProblemText } from '../../shell/problem.tsx';
import { AccountHead } from '../account-head.tsx';
import { forgetForm } from '../connect/kept-form.ts';
import { accountPath } from '../place.ts';
import { Stages } from '../stages.tsx';
import { StillTrying } from '../still-trying.tsx';
import { useDraftsAs } from '../use-connections.ts';
import { mayTryDraft, setupSteps, shownSteps } from './setup-state.ts';
import { StepList } from './step-list.tsx';
import { useSetup } from './use-setup.ts';

/** Second stage: what is made in the source system, step by step, each with its failure and its fix. */
export function SetupPage({ account }: { account: AccountName }) {
  const { m } = useI18n();
  const words = m.connections.setup;
  const setup = useSetup(account);
  const { progress } = setup;
  const draftsAs = useDraftsAs(account);
  useEffect(() => {
    // One comes here as `/connections?connected=...`: on a reload or the way back that should not count as new.
    navigate(accountPath('setup', account), 'replace');
    forgetForm(sessionStorage, account.connector);
  }, [account]);
  return (
    <>
      <AccountHead title={words.title} lead={words.lead} account={account} />
      <Stages current={1} draftsAs={draftsAs} />
      {progress.data ? (
        <>
          <StillTrying error={progress.error} />
          <section className="connect-part">
            <StepList steps={shownSteps(progress.data)} account={account} />
            <SetupFoot setup={setup} data={progress.data} account={account} />
          </section>
        </>
      ) : progress.error ? (
        <Problem title={words.errorTitle} error={progress.error} onRetry={() => progress.mutate()} />
      ) : (
        <p aria-busy="true">{m.app.loading}</p>
      )}
    </>
  );
}

interface FootProps {
  setup: ReturnType<typeof useSetup>;
  data: ConnectProgress;
  account: AccountName;
}

/** What it came to so far, and the way on. */
function SetupFoot({ setup, data, account }: FootProps) {
  const { m } = useI18n();
  const words = m.connections.setup;
  const { phase, start, starting, tried, problem } = setup;
  const goesOn = mayTryDraft(data);
  const draftsAs = useDraftsAs(account);
  const failed = setupSteps(data).filter(({ state }) => state === 'failed').length;
  return (
    <div className="setup-foot">
      <p role="status">
        {phase === 'done'
          ? words.done
          : phase === 'failed'
            ? words.failed(failed)
            : phase === 'running' && goesOn && words.nextMeanwhile}
      </p>
      {problem !== null && (
        <p role="alert" className="form-problem">
          <ProblemText error={problem} />
        </p>
      )}
      <div className="setup-actions">
        {(phase === 'failed' || (phase === 'halted' && tried)) && (
          <button
            type="button"
            className={goesOn ? 'button' : 'button button-primary'}
            onClick={start}
            disabled={starting}
          >
            {starting ? words.starting : phase === 'failed' ? words.again : words.resume}
          </button>
        )}
        {goesOn && (
          <Link className="button button-primary" href={accountPath('try', account, { first: true })}>
            {words.next[draftsAs]}
          </Link>
        )}
      </div>
    </div>
  );
}
