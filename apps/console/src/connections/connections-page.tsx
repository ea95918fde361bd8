import type { SessionView } from '@draftsmith/contracts';
import { useEffect, useRef } from 'react';
import { useI18n } from '../i18n/context.tsx';
import { CardPage } from './card-page.tsx';
import { CheckPage } from './check-page.tsx';
import { ConnectPage } from './connect/connect-page.tsx';
import { ConnectionList } from './connection-list.tsx';
import type { ConnectionsPlace } from './place.ts';
import { SetupPage } from './setup/setup-page.tsx';
import { SidebarPage } from './sidebar-page.tsx';
import { TryPage } from './trial/try-page.tsx';

/** Accounts of source systems: how they are, how they come, how they go. Viewers see the list only. */
export function ConnectionsPage({ user, place }: { user: SessionView; place: ConnectionsPlace }) {
  const { m } = useI18n();
  const mayChange = user.role === 'admin';
  const main = useFocusOnChange(place);
  return (
    <main id="main" ref={main} className="page connections" tabIndex={-1}>
      {place.view === 'list' ? (
        <ConnectionList mayChange={mayChange} problem={place.problem} />
      ) : mayChange ? (
        <AdminView place={place} />
      ) : (
        <div className="notice">
          <h1>{m.connections.adminsOnly}</h1>
        </div>
      )}
    </main>
  );
}

/** The link that led to the next page went with the last one: the focus goes to where one is now. */
function useFocusOnChange(place: ConnectionsPlace) {
  const main = useRef<HTMLElement>(null);
  const shown = useRef(place.view);
  useEffect(() => {
    if (shown.current !== place.view) main.current?.focus();
    shown.current = place.view;
  }, [place.view]);
  return main;
}

function AdminView({ place }: { place: Exclude<ConnectionsPlace, { view: 'list' }> }) {
  if (place.view === 'connect') return <ConnectPage {...place} key={`${place.connector} ${place.account}`} />;
  // Nothing of one account may show under the name of another.
  const key = `${place.account.connector} ${place.account.account}`;
  if (place.view === 'setup') return <SetupPage account={place.account} key={key} />;
  if (place.view === 'try') return <TryPage {...place} key={key} />;
  if (place.view === 'check') return <CheckPage account={place.account} key={key} />;
  if (place.view === 'card') return <CardPage account={place.account} key={key} />;
  return <SidebarPage account={place.account} key={key} />;
}
