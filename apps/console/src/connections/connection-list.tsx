import type { ConnectionView, ConnectorOffer } from '@draftsmith/contracts';
import { type ReactNode, useState } from 'react';
import useSWR from 'swr';
import { problemKind } from '../api/request.ts';
import { useI18n } from '../i18n/context.tsx';
import { Link } from '../router/navigation.tsx';
import { Problem } from '../shell/problem.tsx';
import { CameBack } from './came-back.tsx';
import { ConnectionCard } from './connection-card.tsx';
import { OFFERS } from './endpoints.ts';
import { type Left, LeftBehind } from './left-behind.tsx';
import { connectPath } from './place.ts';
import { StillTrying } from './still-trying.tsx';
import { useConnections } from './use-connections.ts';

interface ListProps {
  mayChange: boolean;
  /** Why somebody came back from the source system with nothing. */
  problem: string | null;
}

/** Every account with its state; how often it is asked for depends on whether something is under way. */
export function ConnectionList({ mayChange, problem }: ListProps) {
  const { m } = useI18n();
  const list = useConnections();
  const offers = useSWR<{ offers: ConnectorOffer[] }>(mayChange ? OFFERS : null).data?.offers ?? [];
  const [left, setLeft] = useState<Left | null>(null);
  const connections = list.data?.connections;
  return (
    <>
      <div className="page-head">
        <h1>{m.connections.title}</h1>
        <p>
          {m.connections.lead} {!mayChange && m.connections.readOnly}
        </p>
      </div>
      {problem !== null && mayChange && <CameBack code={problem} offered={offers.map(({ connector }) => connector)} />}
      {left && <LeftBehind left={left} onClose={() => setLeft(null)} />}
      {connections === undefined ? (
        list.error ? (
          problemKind(list.error) === 'forbidden' ? (
            <div className="notice">
              <h2>{m.connections.adminsOnly}</h2>
            </div>
          ) : (
            <Problem title={m.connections.errorTitle} error={list.error} onRetry={() => list.mutate()} />
          )
        ) : (
          <p aria-busy="true">{m.app.loading}</p>
        )
      ) : (
        <>
          <StillTrying error={list.error} />
          {connections.length === 0 && (
            <Nothing mayChange={mayChange}>
              <ConnectLinks offers={offers} connections={connections} />
            </Nothing>
          )}
          {connections.map((connection) => (
            <ConnectionCard
              key={`${connection.connector} ${connection.account}`}
              connection={connection}
              mayChange={mayChange}
              onDisconnected={setLeft}
            />
          ))}
          {connections.length > 0 && <ConnectLinks offers={offers} connections={connections} />}
        </>
      )}
    </>
  );
}

function Nothing({ mayChange, children }: { mayChange: boolean; children: ReactNode }) {
  const { m } = useI18n();
  return (
    <div className="notice">
      <h2>{m.connections.emptyTitle}</h2>
      <p>{mayChange ? m.connections.emptyText : m.connections.emptyViewer}</p>
      {children}
    </div>
  );
}

function ConnectLinks(props: { offers: readonly ConnectorOffer[]; connections: readonly ConnectionView[] }) {
  const { m } = useI18n();
  const { offers, connections } = props;
  const first = connections.length === 0;
  return (
    <ul className="connect-links">
      {offers.map(({ connector, title, draftsAs }) => (
        <li key={connector}>
          <Link className={first ? 'button button-primary' : 'button'} href={connectPath(connector)}>
            {connections.some((each) => each.connector === connector)
              ? m.connections.connectAnother(title)
              : m.connections.connect(title)}
          </Link>
          <span className="field-hint">{m.connections.purposes[draftsAs]}</span>
        </li>
      ))}
    </ul>
  );
}
