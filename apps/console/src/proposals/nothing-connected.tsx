import { connectionsPath } from '../connections/place.ts';
import { useI18n } from '../i18n/context.tsx';
import { Link } from '../router/navigation.tsx';

export function NothingConnected({ mayConnect }: { mayConnect: boolean }) {
  const { m } = useI18n();
  return (
    <div className="notice">
      <h2>{m.proposals.noAccountTitle}</h2>
      <p>{mayConnect ? m.proposals.noAccountText : m.connections.emptyViewer}</p>
      {mayConnect && (
        <Link className="button button-primary" href={connectionsPath()}>
          {m.proposals.toConnections}
        </Link>
      )}
    </div>
  );
}
