import type { ConnectionView } from '@draftsmith/contracts';
import { useState } from 'react';
import { useI18n } from '../i18n/context.tsx';
import type { AccountName } from '../router/route.ts';
import { Dialog } from '../shell/dialog.tsx';
import { Problem, ProblemText } from '../shell/problem.tsx';
import { AccountHead } from './account-head.tsx';
import { CopyLine } from './copy-line.tsx';
import { makeSidebarSecret } from './endpoints.ts';
import { serverOf } from './server-of.ts';
import { useConnection } from './use-connections.ts';

const PACKAGE = 'npx pnpm@12 package:zendesk';

/** How the app beside a ticket is installed, with the secret that only it and we know. */
export function SidebarPage({ account }: { account: AccountName }) {
  const { m } = useI18n();
  const words = m.connections.sidebar;
  const { list, connection } = useConnection(account);
  return (
    <>
      <AccountHead title={words.title} lead={words.lead} account={account} />
      {connection ? (
        <Guide connection={connection} onMade={() => list.mutate()} />
      ) : list.data ? (
        <div className="notice">
          <h2>{m.connections.missingTitle}</h2>
        </div>
      ) : list.error ? (
        <Problem title={m.connections.errorTitle} error={list.error} onRetry={() => list.mutate()} />
      ) : (
        <p aria-busy="true">{m.app.loading}</p>
      )}
    </>
  );
}

function Guide({ connection, onMade }: { connection: ConnectionView; onMade: () => Promise<unknown> }) {
  const { m, f } = useI18n();
  const words = m.connections.sidebar;
  const server = serverOf(connection.endpoint);
  const lastSeenAt = connection.sidebar?.lastSeenAt ?? null;
  return (
    <section className="connect-part guide">
      <ol className="guide-steps">
        <li>
          {words.package}
          <CopyLine text={`${PACKAGE} --url ${server}`} />
        </li>
        <li>{words.upload}</li>
        <li>
          {words.settings}
          <CopyLine text={server} />
        </li>
        <li>
          {words.secret}
          <Secret connection={connection} onMade={onMade} />
        </li>
      </ol>
      <p className="field-hint">{lastSeenAt === null ? words.notSeen : words.seen(f.ago(lastSeenAt, Date.now()))}</p>
    </section>
  );
}

/** The secret lives in this component alone: gone with the page, and asked for anew by making another. */
function Secret({ connection, onMade }: { connection: ConnectionView; onMade: () => Promise<unknown> }) {
  const { m, f } = useI18n();
  const words = m.connections.sidebar;
  const [secret, setSecret] = useState<string | null>(null);
  const [asking, setAsking] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const madeAt = connection.sidebar?.secretMadeAt ?? null;
  const make = async () => {
    setBusy(true);
    setProblem(null);
    try {
      setSecret((await makeSidebarSecret(connection)).secret);
      await onMade();
    } catch (thrown) {
      setProblem(thrown);
    } finally {
      setBusy(false);
    }
  };
  return (
    <div className="sidebar-secret">
      <div role="status">
        {secret !== null && (
          <>
            <CopyLine text={secret} />
            <p className="shown-once">{words.shownOnce}</p>
          </>
        )}
      </div>
      {secret === null && madeAt !== null && <p className="field-hint">{words.madeAt(f.dateTime(madeAt))}</p>}
      {problem !== null && (
        <p role="alert" className="form-problem">
          <ProblemText error={problem} />
        </p>
      )}
      {secret === null && (
        <button
          type="button"
          className={madeAt === null ? 'button button-primary' : 'button'}
          onClick={() => (madeAt === null ? make() : setAsking(true))}
          disabled={busy}
        >
          {busy ? words.making : madeAt === null ? words.make : words.makeNew}
        </button>
      )}
      {asking && (
        <Dialog title={words.replaceTitle} onClose={() => setAsking(false)}>
          {(close) => (
            <>
              <p>{words.replaceText}</p>
              <div className="dialog-actions">
                <button type="button" className="button" onClick={close}>
                  {m.app.cancel}
                </button>
                <button
                  type="button"
                  className="button button-danger"
                  onClick={() => {
                    close();
                    void make();
                  }}
                >
                  {words.makeNew}
                </button>
              </div>
            </>
          )}
        </Dialog>
      )}
    </div>
  );
}
