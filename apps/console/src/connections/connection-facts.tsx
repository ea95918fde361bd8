import type { ConnectionView } from '@draftsmith/contracts';
import type { ReactNode } from 'react';
import { useI18n } from '../i18n/context.tsx';
import { dealAddresses } from './deal-addresses.ts';
import { KnowledgeFacts } from './knowledge-facts.tsx';

/** What is known of an account, a line each; what is not known yet has no line. */
export function ConnectionFacts({ connection }: { connection: ConnectionView }) {
  const { m, f } = useI18n();
  const { facts } = m.connections;
  const { state, identity, connectedAt, connectedBy, way, tokenEndsAt, endpoint, knowledge, sidebar } = connection;
  const connected =
    connectedAt === null
      ? null
      : connectedBy === null
        ? f.dateTime(connectedAt)
        : m.connections.connectedBy(f.dateTime(connectedAt), connectedBy);
  return (
    <dl className="connection-facts">
      <Fact name={facts.identity}>{identity}</Fact>
      <Fact name={facts.connected}>{connected}</Fact>
      <Fact name={facts.way}>{m.connections.ways[way]}</Fact>
      <Fact name={facts.tokenEnds}>
        {state === 'ready' && tokenEndsAt && m.connections.tokenRenewed(f.dateTime(tokenEndsAt))}
      </Fact>
      <Fact name={facts.endpoint}>{endpoint && <code>{endpoint}</code>}</Fact>
      {connection.draftsAs === 'document' ? (
        <DealFacts connection={connection} />
      ) : (
        <>
          <Fact name={facts.knowledge}>{knowledge && <KnowledgeFacts knowledge={knowledge} />}</Fact>
          <Fact name={facts.sidebar}>{sidebar && <SidebarFact sidebar={sidebar} />}</Fact>
        </>
      )}
    </dl>
  );
}

/** Where deals are: no knowledge is read, and a card stands in for the app beside a ticket. */
function DealFacts({ connection: { connector, endpoint } }: { connection: ConnectionView }) {
  const { m } = useI18n();
  const { facts } = m.connections;
  const { card, action } = dealAddresses(connector, endpoint);
  return (
    <>
      <Fact name={facts.action}>
        <code>{action}</code>
      </Fact>
      <Fact name={facts.card}>
        <code>{card}</code>
      </Fact>
    </>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  if (!children) return null;
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function SidebarFact({ sidebar }: { sidebar: NonNullable<ConnectionView['sidebar']> }) {
  const { m, f } = useI18n();
  if (sidebar.lastSeenAt !== null) return m.connections.sidebarSeen(f.ago(sidebar.lastSeenAt, Date.now()));
  return sidebar.secretMadeAt === null ? m.connections.sidebarNone : m.connections.sidebarMade;
}
