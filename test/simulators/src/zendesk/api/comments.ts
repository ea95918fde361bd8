import type { ZendeskStore } from '../state/store.ts';
import { type Endpoints, numericParam } from './endpoint.ts';
import { cursorPage, listReply, offsetPage, paginate } from './paging.ts';
import { notFound } from './reply.ts';
import { pick } from './sideloads.ts';

/** Comments and audits of a ticket: read only here, because Zendesk creates both by updating the ticket. */
export function registerComments(api: Endpoints, store: ZendeskStore): void {
  api.staff('get', '/api/v2/tickets/:id/comments', (call) => {
    const record = store.visibleTicket(numericParam(call));
    if (!record) return notFound();
    const { query, url } = call;
    const usesCursor = Object.keys(query).some((name) => name.startsWith('page['));
    // `sort` belongs to cursor paging, `sort_order` to offset paging; the other one is ignored.
    const descending = usesCursor ? query.sort === '-created_at' : query.sort_order === 'desc';
    const comments = descending ? record.comments.toReversed() : record.comments;
    const page = usesCursor ? cursorPage(comments, query, url) : offsetPage(comments, query, url);
    return listReply('comments', page, (items) =>
      query.include?.split(',').includes('users')
        ? {
            users: pick(
              store.users,
              items.map((comment) => comment.author_id),
            ),
          }
        : {},
    );
  });

  api.staff('get', '/api/v2/tickets/:id/audits', (call) => {
    const record = store.visibleTicket(numericParam(call));
    if (!record) return notFound();
    const audits = call.query.sort === '-created_at' ? record.audits.toReversed() : record.audits;
    return listReply('audits', paginate(audits, call.query, call.url));
  });
}
