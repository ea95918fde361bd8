import { type FormEvent, useId, useState } from 'react';
import { Field } from '../../access/field.tsx';
import { useI18n } from '../../i18n/context.tsx';
import { Link, navigate } from '../../router/navigation.tsx';
import type { AccountName } from '../../router/route.ts';
import { ProblemText } from '../../shell/problem.tsx';
import { AccountHead } from '../account-head.tsx';
import { startDryRun } from '../endpoints.ts';
import { accountPath, connectionsPath } from '../place.ts';
import { Stages } from '../stages.tsx';
import { useDraftsAs } from '../use-connections.ts';
import { readResourceNumber } from './resource-number.ts';
import { TrialResult } from './trial-result.tsx';

interface TryProps {
  account: AccountName;
  /** The dry run that is shown. */
  run: string | null;
  /** As the last stage of connecting. */
  first: boolean;
}

/** Last stage, and at any time after: a draft on a chosen ticket or deal, with nothing written back. */
export function TryPage({ account, run, first }: TryProps) {
  const { m } = useI18n();
  const draftsAs = useDraftsAs(account);
  const words = m.connections.trial[draftsAs];
  const [drafted, setDrafted] = useState(false);
  return (
    <>
      <AccountHead title={words.title} lead={words.lead} account={account} />
      {first && <Stages current={2} draftsAs={draftsAs} />}
      <section className="connect-part">
        <ResourceForm onStarted={(id) => navigate(accountPath('try', account, { run: id, first }))} account={account} />
        {run !== null && <TrialResult key={run} account={account} run={run} onDone={() => setDrafted(true)} />}
      </section>
      {first && (
        <div className="setup-actions">
          <Link className={drafted ? 'button button-primary' : 'button'} href={connectionsPath()}>
            {drafted ? m.connections.trial.finish : words.finishLater}
          </Link>
        </div>
      )}
    </>
  );
}

function ResourceForm({ account, onStarted }: { account: AccountName; onStarted: (id: string) => void }) {
  const { m } = useI18n();
  const draftsAs = useDraftsAs(account);
  const words = m.connections.trial[draftsAs];
  const id = useId();
  const [typed, setTyped] = useState('');
  const [mistake, setMistake] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const resource = readResourceNumber(typed, draftsAs);
    setMistake(resource === null);
    setProblem(null);
    if (resource === null || busy) return;
    setBusy(true);
    try {
      onStarted((await startDryRun(account, resource)).id);
    } catch (thrown) {
      setProblem(thrown);
    } finally {
      setBusy(false);
    }
  };
  return (
    <form className="ticket-form" onSubmit={submit} noValidate aria-describedby={id}>
      <Field
        label={words.resource}
        value={typed}
        onValue={setTyped}
        hint={mistake ? <span className="field-mistake">{words.noResource}</span> : words.resourceHint}
        aria-invalid={mistake}
        autoComplete="off"
        maxLength={500}
      />
      <button type="submit" className="button button-primary" disabled={busy}>
        {words.write}
      </button>
      <div id={id} role="alert">
        {problem !== null && (
          <p className="form-problem">
            <ProblemText error={problem} />
          </p>
        )}
      </div>
    </form>
  );
}
