import type { SessionView } from '@draftsmith/contracts';
import { useEffect } from 'react';
import useSWR, { mutate, SWRConfig } from 'swr';
import { AcceptancePage } from './acceptance/acceptance-page.tsx';
import { SetupPage } from './access/setup-page.tsx';
import { SignInPage } from './access/sign-in-page.tsx';
import { UsersPage } from './access/users-page.tsx';
import { SESSION } from './api/endpoints.ts';
import { getJson, problemKind } from './api/request.ts';
import { AuditPage } from './audit/audit-page.tsx';
import { ConnectionsPage } from './connections/connections-page.tsx';
import { I18nProvider, useI18n } from './i18n/context.tsx';
import { PolicyPage } from './policy/policy-page.tsx';
import { ProposalsPage } from './proposals/proposals-page.tsx';
import { Link, navigate, useAddress, useRoute } from './router/navigation.tsx';
import { type Route, signInPath, ticketsPath } from './router/route.ts';
import { RulesPage } from './rules/rules-page.tsx';
import { ErrorBoundary } from './shell/error-boundary.tsx';
import { Header } from './shell/header.tsx';
import { Problem } from './shell/problem.tsx';
import { TicketsPage } from './tickets/tickets-page.tsx';

/** The whole console. */
export function App() {
  return (
    <I18nProvider>
      <ErrorBoundary>
        <SWRConfig value={{ fetcher: getJson, shouldRetryOnError, onError, errorRetryInterval: 4000 }}>
          <Shell />
        </SWRConfig>
      </ErrorBoundary>
    </I18nProvider>
  );
}

/** Asking again helps only when nobody answered; a refusal stays a refusal. */
function shouldRetryOnError(error: unknown): boolean {
  const kind = problemKind(error);
  return kind === 'offline' || kind === 'server';
}

/** The session ended while the page was open: asking for it again leads to the sign-in. */
function onError(error: unknown, key: string): void {
  if (key !== SESSION && problemKind(error) === 'unauthorized') void mutate(SESSION);
}

function Shell() {
  const { m } = useI18n();
  const route = useRoute();
  const session = useSWR<SessionView>(SESSION);
  const signedOut = session.error !== undefined && problemKind(session.error) === 'unauthorized';
  const user = signedOut ? null : (session.data ?? null);
  usePageTitle(route);
  return (
    <div className="shell">
      <a className="skip-link" href="#main">
        {m.app.skipToContent}
      </a>
      <Header user={user} route={route} />
      {user || signedOut || route.page === 'setup' ? (
        <Page route={route} user={user} />
      ) : (
        <main id="main" className="page" aria-busy={session.isLoading} tabIndex={-1}>
          {session.error ? (
            <Problem title={m.app.crashed} error={session.error} onRetry={() => session.mutate()} />
          ) : (
            <p className="visually-hidden">{m.app.loading}</p>
          )}
        </main>
      )}
    </div>
  );
}

function Page({ route, user }: { route: Route; user: SessionView | null }) {
  const { m } = useI18n();
  const address = useAddress();
  if (route.page === 'setup') return <SetupPage token={route.token} />;
  if (!user) {
    return route.page === 'sign-in' ? <SignInPage next={route.next} /> : <Redirect to={signInPath(address)} />;
  }
  if (route.page === 'sign-in') return <Redirect to={route.next} />;
  if (route.page === 'tickets') return <TicketsPage id={route.id} filters={route.filters} role={user.role} />;
  if (route.page === 'rules') return <RulesPage user={user} account={route.account} />;
  if (route.page === 'privacy') return <PolicyPage user={user} account={route.account} />;
  if (route.page === 'connections') return <ConnectionsPage user={user} place={route.place} />;
  if (route.page === 'acceptance') return <AcceptancePage place={route.place} />;
  if (route.page === 'proposals') return <ProposalsPage user={user} place={route.place} />;
  if (route.page === 'audit') return <AuditPage user={user} />;
  if (route.page === 'users') return <UsersPage user={user} />;
  return (
    <main id="main" className="page" tabIndex={-1}>
      <div className="notice">
        <h1>{m.app.notFound}</h1>
        <Link className="button" href={ticketsPath()}>
          {m.app.toTickets}
        </Link>
      </div>
    </main>
  );
}

function Redirect({ to }: { to: string }) {
  useEffect(() => navigate(to, 'replace'), [to]);
  return null;
}

function usePageTitle(route: Route): void {
  const { m } = useI18n();
  const titles: Record<Route['page'], string> = {
    tickets: m.app.tickets,
    connections: m.connections.title,
    privacy: m.policy.title,
    rules: m.rules.title,
    acceptance: m.acceptance.title,
    proposals: m.proposals.title,
    users: m.app.users,
    audit: m.audit.title,
    setup: m.access.setupTitle,
    'sign-in': m.access.signInTitle,
    unknown: m.app.notFound,
  };
  const part = route.page === 'proposals' ? `${m.proposals.parts[route.place.part]} – ` : '';
  const title = route.page === 'tickets' && route.id !== null ? null : part + titles[route.page];
  useEffect(() => {
    // An open ticket names the page itself, once its subject is known.
    if (title !== null) document.title = `${title} – Draftsmith`;
  }, [title]);
}
