import type { ZendeskArticle } from '../wire.ts';
import type { Call } from './endpoint.ts';

/** Staff read everything; everybody else what is published and not restricted. */
export function mayRead(article: ZendeskArticle, call: Call): boolean {
  const staff = call.user !== undefined && call.user.role !== 'end-user';
  return staff || (!article.draft && article.user_segment_id === null);
}
