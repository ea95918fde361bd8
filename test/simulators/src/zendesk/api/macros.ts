import { fromHtml } from '../state/html.ts';
import type { ZendeskStore } from '../state/store.ts';
import type { ZendeskMacro } from '../wire.ts';
import { type Endpoints, numericParam } from './endpoint.ts';
import { listReply, paginate } from './paging.ts';
import { notFound, ok } from './reply.ts';

export function registerMacros(api: Endpoints, store: ZendeskStore): void {
  api.staff('get', '/api/v2/macros', ({ query, url }) => {
    const wanted = query.active === undefined ? undefined : query.active === 'true';
    const macros = [...store.macros.values()].filter((macro) => wanted === undefined || macro.active === wanted);
    return listReply('macros', paginate(macros, query, url));
  });

  api.staff('get', '/api/v2/macros/active', ({ query, url }) => {
    const macros = [...store.macros.values()].filter((macro) => macro.active);
    return listReply('macros', paginate(macros, query, url));
  });

  api.staff('get', '/api/v2/macros/:id', (call) => {
    const macro = store.macros.get(numericParam(call));
    return macro ? ok({ macro }) : notFound();
  });

  // A preview: nothing is stored. Placeholders stay as they are; Zendesk renders them when the agent sends.
  api.staff('get', '/api/v2/tickets/:ticketId/macros/:id/apply', (call) => {
    const record = store.visibleTicket(numericParam(call, 'ticketId'));
    const macro = store.macros.get(numericParam(call));
    if (!record || !macro) return notFound();
    return ok({ result: { ticket: preview(macro, record.ticket.id, record.ticket.tags) } });
  });
}

function preview(macro: ZendeskMacro, ticketId: number, tags: readonly string[]): Record<string, unknown> {
  const value = (field: string) => macro.actions.find((action) => action.field === field)?.value;
  const html = value('comment_value_html');
  const body = value('comment_value') ?? (html === undefined ? undefined : fromHtml(html).plain_body);
  const added = value('current_tags')?.split(' ') ?? [];
  return {
    id: ticketId,
    ...(added.length > 0 ? { tags: [...new Set([...tags, ...added])] } : {}),
    ...(body === undefined
      ? {}
      : {
          comment: {
            body,
            ...(html === undefined ? {} : { html_body: html }),
            public: true,
            scoped_body: [['channel:all', body]],
          },
        }),
  };
}
