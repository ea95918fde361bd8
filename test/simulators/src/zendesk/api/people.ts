import type { ZendeskStore } from '../state/store.ts';
import { type Endpoints, numericParam } from './endpoint.ts';
import { listReply, paginate } from './paging.ts';
import { missingParameter, notFound, ok } from './reply.ts';
import { pick } from './sideloads.ts';

const MAX_SHOW_MANY = 100;

/** Users and organisations. */
export function registerPeople(api: Endpoints, store: ZendeskStore): void {
  // Recorded: without credentials this one answers 200 with an anonymous user, so a 200 proves no login.
  api.open('get', '/api/v2/users/me', ({ user }) =>
    ok({ user: user ?? { id: null, name: 'Anonymous user', email: 'invalid@example.com', role: 'end-user' } }),
  );

  api.staff('get', '/api/v2/users', (call) => {
    const roles = [...call.list('role[]'), ...call.list('role')];
    const users = [...store.users.values()].filter(
      (user) => user.active && (roles.length === 0 || roles.includes(user.role)),
    );
    return listReply('users', paginate(users, call.query, call.url));
  });

  api.staff('get', '/api/v2/users/show_many', ({ query }) => {
    if (query.ids === undefined) return missingParameter('ids');
    const ids = query.ids.split(',').map(Number);
    if (ids.length > MAX_SHOW_MANY) {
      return {
        status: 400,
        body: {
          error: 'TooManyValues',
          description: 'Parameter ids cannot specify more than 100 values',
          max_count: MAX_SHOW_MANY,
        },
      };
    }
    const users = pick(store.users, ids);
    return ok({ users, next_page: null, previous_page: null, count: users.length });
  });

  api.staff('get', '/api/v2/users/:id', (call) => {
    const user = store.users.get(numericParam(call));
    return user ? ok({ user }) : notFound();
  });

  api.staff('get', '/api/v2/organizations/:id', (call) => {
    const organization = store.organizations.get(numericParam(call));
    return organization ? ok({ organization }) : notFound();
  });
}
