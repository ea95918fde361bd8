import { z } from 'zod';
import { replies } from '../client/schemas.ts';

const translation = z.object({
  locale: z.string(),
  title: z.string().nullish(),
  body: z.string().nullish(),
  draft: z.boolean().nullish(),
  html_url: z.string().nullish(),
  updated_at: z.string().nullish(),
  source_id: z.union([z.string(), z.number()]).transform(String),
});

const article = replies.articles.shape.results.element.extend({ updated_at: z.string().nullish() });

const macro = replies.macros.shape.macros.element.extend({ updated_at: z.string().nullish() });

const ticket = replies.ticket.shape.ticket.extend({
  brand_id: z.union([z.string(), z.number()]).transform(String).nullish(),
  satisfaction_rating: z.object({ score: z.string().nullish() }).nullish(),
});

/** The answers of the lists that knowledge is read from. */
export const lists = {
  articles: z.object({ articles: z.array(article), translations: z.array(translation).nullish() }),
  macros: z.object({ macros: z.array(macro) }),
  tickets: z.object({ results: z.array(ticket), next_page: z.string().nullish() }),
  count: z.object({ count: z.union([z.number(), z.object({ value: z.number() })]).nullish() }),
} as const;

export type ListedArticle = z.infer<typeof article>;
export type ListedTicket = z.infer<typeof ticket>;
export type Translation = z.infer<typeof translation>;

/** `count` is a number in some lists and an object in others. */
export function countOf(reply: z.infer<typeof lists.count>): number | undefined {
  return typeof reply.count === 'object' ? reply.count?.value : reply.count;
}
