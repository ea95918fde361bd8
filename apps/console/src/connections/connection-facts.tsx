import type { ConnectionView } from '@draftsmith/contracts';
import type { ReactNode } from 'react';
import { useI18n } from '../i18n/context.tsx';
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
      <Fact name={facts.knowledge}>{knowledge && <KnowledgeFacts knowledge={knowledge} />}</Fact>
      <Fact name={facts.sidebar}>{sidebar && <SidebarFact sidebar={sidebar} />}</Fact>
    </dl>
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
