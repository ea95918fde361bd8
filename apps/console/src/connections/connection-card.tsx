import type { ConnectionView } from '@draftsmith/contracts';
import { useId, useState } from 'react';
import { useSWRConfig } from 'swr';
import { useI18n } from '../i18n/context.tsx';
import { Link } from '../router/navigation.tsx';
import { ProblemText } from '../shell/problem.tsx';
import { ConnectionFacts } from './connection-facts.tsx';
import { DisconnectDialog } from './disconnect-dialog.tsx';
import { CONNECTIONS, refreshKnowledge } from './endpoints.ts';
import type { Left } from './left-behind.tsx';
import { accountPath, connectPath } from './place.ts';
import { StateChip } from './state-chip.tsx';

interface CardProps {
  connection: ConnectionView;
  mayChange: boolean;
  onDisconnected: (left: Left) => void;
}

/** One account: how it is, what needs attention, and what an admin can do about it. */
export function ConnectionCard({ connection, mayChange, onDisconnected }: CardProps) {
  const { m, f } = useI18n();
  const id = useId();
  const { title, account, state, way, legacyEndsOn } = connection;
  return (
    <section className="connection" aria-labelledby={id}>
      <div className="connection-head">
        <h2 id={id}>
          {account} <span className="connection-system">{title}</span>
        </h2>
        <StateChip state={state} />
      </div>
      {state !== 'ready' && <p className={`hint hint-${state}`}>{m.connections.stateHints[state]}</p>}
      {legacyEndsOn !== null && <p className="hint hint-legacy">{m.connections.legacy(title, f.date(legacyEndsOn))}</p>}
      {way === 'environment' && <p className="hint">{m.connections.environment}</p>}
      <ConnectionFacts connection={connection} />
      {mayChange && state !== 'removing' && <Actions connection={connection} onDisconnected={onDisconnected} />}
    </section>
  );
}

function Actions({ connection, onDisconnected }: { connection: ConnectionView; onDisconnected: (left: Left) => void }) {
  const { m } = useI18n();
  const { mutate } = useSWRConfig();
  const [leaving, setLeaving] = useState(false);
  const [said, setSaid] = useState('');
  const [problem, setProblem] = useState<unknown>(null);
  const { state, way, account, connector } = connection;
  const words = m.connections.actions;
  const isDeals = connection.draftsAs === 'document';
  const refresh = async () => {
    setSaid('');
    setProblem(null);
    try {
      await refreshKnowledge(connection);
      setSaid(m.connections.refreshing(account));
      await mutate(CONNECTIONS);
    } catch (thrown) {
      setProblem(thrown);
    }
  };
  return (
    <>
      <p role="status" className="form-done">
        {said}
      </p>
      {problem !== null && (
        <p role="alert" className="form-problem">
          <ProblemText error={problem} />
        </p>
      )}
      <fieldset className="connection-actions">
        <legend className="visually-hidden">{m.connections.actionsOf(account)}</legend>
        {state === 'connecting' && (
          <Link className="button button-primary" href={accountPath('setup', connection)}>
            {words.setup}
          </Link>
        )}
        {state === 'ready' && (
          <>
            <Link className="button" href={accountPath('try', connection)}>
              {isDeals ? words.tryDeal : words.try}
            </Link>
            {isDeals && (
              <Link className="button" href={accountPath('card', connection)}>
                {words.card}
              </Link>
            )}
            {connection.sidebar && (
              <Link className="button" href={accountPath('sidebar', connection)}>
                {words.sidebar}
              </Link>
            )}
            {!isDeals && (
              <button
                type="button"
                className="button"
                onClick={refresh}
                disabled={connection.knowledge?.running !== undefined && connection.knowledge.running !== null}
              >
                {words.refresh}
              </button>
            )}
          </>
        )}
        <Link className="button" href={accountPath('check', connection)}>
          {words.check}
        </Link>
        {way !== 'environment' && (
          <>
            <Link
              className={state === 'reconnect' ? 'button button-primary' : 'button'}
              href={connectPath(connector, account)}
            >
              {words.reconnect}
            </Link>
            <button type="button" className="button button-danger" onClick={() => setLeaving(true)}>
              {words.disconnect}
            </button>
          </>
        )}
      </fieldset>
      {leaving && (
        <DisconnectDialog connection={connection} onDone={onDisconnected} onClose={() => setLeaving(false)} />
      )}
    </>
  );
}
