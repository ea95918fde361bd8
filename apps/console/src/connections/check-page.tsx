import type { Diagnosis, DiagnosisView } from '@draftsmith/contracts';
import { useState } from 'react';
import useSWR from 'swr';
import { useI18n } from '../i18n/context.tsx';
import { Link } from '../router/navigation.tsx';
import type { AccountName } from '../router/route.ts';
import { Problem, ProblemText } from '../shell/problem.tsx';
import { AccountHead } from './account-head.tsx';
import { diagnosisUrl, repair, sendTest } from './endpoints.ts';
import { Findings } from './findings.tsx';
import { connectPath } from './place.ts';
import { StillTrying } from './still-trying.tsx';
import { useConnection, useDraftsAs } from './use-connections.ts';

/** What was looked at in one account, what is wrong, and what to do about it. */
export function CheckPage({ account }: { account: AccountName }) {
  const { m } = useI18n();
  const words = m.connections.check;
  // It asks the source system a dozen things: when the page is opened, and when a person wants it.
  const check = useSWR<DiagnosisView>(diagnosisUrl(account), {
    revalidateOnFocus: false,
    revalidateOnReconnect: false,
  });
  const again = () => check.mutate();
  const byHand = useConnection(account).connection?.way === 'environment';
  const draftsAs = useDraftsAs(account);
  return (
    <>
      <AccountHead title={words.title} account={account} />
      {check.data ? (
        <>
          <StillTrying error={check.error} />
          <Findings findings={check.data.findings} byHand={byHand} draftsAs={draftsAs} />
          <CheckActions
            account={account}
            findings={check.data.findings}
            byHand={byHand}
            testable={!byHand && draftsAs !== 'document'}
            busy={check.isValidating}
            onAgain={again}
          />
        </>
      ) : check.error ? (
        <Problem title={words.errorTitle} error={check.error} onRetry={again} />
      ) : (
        <p aria-busy="true" role="status">
          {words.running}
        </p>
      )}
    </>
  );
}

/** What only a person who agrees anew can mend. */
const CONSENT = ['connection', 'role', 'scopes'];

interface ActionsProps {
  account: AccountName;
  findings: readonly Diagnosis[];
  byHand: boolean;
  /** Whether the source system sends a test event when it is asked. */
  testable: boolean;
  /** The check itself is under way. */
  busy: boolean;
  onAgain: () => Promise<unknown>;
}

function CheckActions({ account, findings, byHand, testable, busy, onAgain }: ActionsProps) {
  const { m } = useI18n();
  const words = m.connections.check;
  const [acting, setActing] = useState<'repair' | 'test' | null>(null);
  const [said, setSaid] = useState<{ ok: boolean; text: string; detail?: string } | null>(null);
  const [problem, setProblem] = useState<unknown>(null);
  const act = async (kind: 'repair' | 'test', work: () => Promise<void>) => {
    setActing(kind);
    setSaid(null);
    setProblem(null);
    try {
      await work();
    } catch (thrown) {
      setProblem(thrown);
    } finally {
      setActing(null);
    }
  };
  const mend = () =>
    act('repair', async () => {
      await repair(account);
      await onAgain();
      setSaid({ ok: true, text: words.repaired });
    });
  const test = () =>
    act('test', async () => {
      const { ok, detail } = await sendTest(account);
      setSaid(ok ? { ok, text: words.testArrived } : { ok, text: words.testLost, detail });
    });
  const repairable = findings.some(({ ok, repairable }) => !ok && repairable);
  const needsConsent = findings.some(({ ok, check }) => !ok && CONSENT.includes(check));
  const waits = busy || acting !== null;
  return (
    <div className="setup-foot">
      <div role="status">
        {said && (
          <p className={said.ok ? 'form-done' : 'form-problem'}>
            {said.text} {said.detail && <span lang="en">{said.detail}</span>}
          </p>
        )}
      </div>
      {problem !== null && (
        <p role="alert" className="form-problem">
          <ProblemText error={problem} />
        </p>
      )}
      <div className="setup-actions">
        {repairable && (
          <button type="button" className="button button-primary" onClick={mend} disabled={waits}>
            {acting === 'repair' ? words.repairing : words.repair}
          </button>
        )}
        {needsConsent && !byHand && (
          <Link
            className={repairable ? 'button' : 'button button-primary'}
            href={connectPath(account.connector, account.account)}
          >
            {m.connections.actions.reconnect}
          </Link>
        )}
        {testable && (
          <button type="button" className="button" onClick={test} disabled={waits}>
            {acting === 'test' ? words.testing : words.test}
          </button>
        )}
        <button type="button" className="button" onClick={onAgain} disabled={waits}>
          {busy && acting === null ? words.running : words.again}
        </button>
      </div>
    </div>
  );
}
