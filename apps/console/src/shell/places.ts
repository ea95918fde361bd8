import type { Role } from '@draftsmith/contracts';
import { acceptancePath } from '../acceptance/place.ts';
import type { Messages } from '../i18n/en.ts';
import { proposalsPath } from '../proposals/place.ts';
import { type Route, ticketsPath } from '../router/route.ts';

/** A page that the navigation leads to. */
export interface Place {
  page: Route['page'];
  href: string;
  title(m: Messages): string;
  /** Shown to admins only; what may be read is the server's to enforce. */
  adminsOnly?: true;
}

/** In the order of the navigation: the day's work first, then what is set up once. */
const PLACES: readonly Place[] = [
  { page: 'tickets', href: ticketsPath(), title: (m) => m.app.tickets },
  { page: 'acceptance', href: acceptancePath(), title: (m) => m.acceptance.nav },
  { page: 'proposals', href: proposalsPath(), title: (m) => m.proposals.title },
  { page: 'connections', href: '/connections', title: (m) => m.connections.title },
  { page: 'rules', href: '/rules', title: (m) => m.rules.title },
  { page: 'privacy', href: '/privacy', title: (m) => m.policy.title },
  { page: 'users', href: '/users', title: (m) => m.app.users, adminsOnly: true },
  { page: 'audit', href: '/audit', title: (m) => m.app.audit, adminsOnly: true },
];

export function placesFor(role: Role): readonly Place[] {
  return PLACES.filter(({ adminsOnly }) => !adminsOnly || role === 'admin');
}
