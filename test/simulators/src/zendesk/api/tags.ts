import { z } from 'zod';
import { type Endpoints, numericParam } from './endpoint.ts';
import { notFound, ok, recordInvalid } from './reply.ts';
import { type TicketContext, updateTicket } from './tickets.ts';

const tagsSchema = z.object({
  tags: z.union([z.array(z.string()), z.string().transform((tags) => tags.split(/[\s,]+/))]),
  safe_update: z.union([z.boolean(), z.enum(['true', 'false'])]).optional(),
  updated_stamp: z.string().optional(),
});

/** POST sets the list, PUT adds to it, DELETE removes from it. Each counts as an update of the ticket. */
export function registerTags(api: Endpoints, context: TicketContext): void {
  const path = '/api/v2/tickets/:id/tags';
  const merge = {
    post: (_current: string[], given: string[]) => given,
    put: (current: string[], given: string[]) => [...current, ...given],
    delete: (current: string[], given: string[]) => current.filter((tag) => !given.includes(tag)),
  };

  api.staff('get', path, (call) => {
    const record = context.store.visibleTicket(numericParam(call));
    return record ? ok({ tags: record.ticket.tags }) : notFound();
  });

  for (const method of ['post', 'put', 'delete'] as const) {
    api.staff(method, path, (call) =>
      updateTicket(
        call,
        context,
        ({ ticket }) => {
          const parsed = tagsSchema.safeParse(call.body);
          if (!parsed.success) return { problem: recordInvalid('tags', 'Tags: are invalid', 'InvalidValue') };
          const { tags, safe_update: safeUpdate, updated_stamp: stamp } = parsed.data;
          return {
            safeUpdate: { wanted: safeUpdate === true || safeUpdate === 'true', stamp },
            change: { fields: { tags: merge[method](ticket.tags, tags) } },
          };
        },
        ({ record }) => ({ tags: record.ticket.tags }),
      ),
    );
  }
}
