import type { ZendeskAddress } from './tasks.ts';

/**
 * The requests of one draft, bare: no schema, no retry, no queue, nothing recorded. What a script would send that does
 * the same job, so what anybody who writes such a note must pay.
 */
export interface ZendeskCalls {
  ticket(id: number): Promise<Record<string, unknown>>;
  comments(id: number): Promise<Record<string, unknown>>;
  articles(query: string): Promise<Record<string, unknown>>;
  audits(id: number): Promise<Record<string, unknown>>;
  note(id: number, updatedStamp: string): Promise<Record<string, unknown>>;
  /** Requests made so far. */
  count(): number;
}

const NOTE = '<p>Thank you for your message. The passage that answers it is below.</p>'.repeat(8);

export function zendeskCalls({ baseUrl, token }: ZendeskAddress): ZendeskCalls {
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  let made = 0;
  const call = async (path: string, method = 'GET', body?: unknown) => {
    made += 1;
    const response = await fetch(`${baseUrl}/api/v2/${path}`, {
      method,
      headers,
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    if (!response.ok) throw new Error(`The simulator answered ${response.status} to ${method} ${path}`);
    return (await response.json()) as Record<string, unknown>;
  };
  return {
    ticket: (id) => call(`tickets/${id}.json?include=users,organizations`),
    comments: (id) => call(`tickets/${id}/comments.json?sort=-created_at&include=users&page[size]=100`),
    articles: (query) => call(`help_center/articles/search.json?per_page=25&query=${encodeURIComponent(query)}`),
    audits: (id) => call(`tickets/${id}/audits.json?sort=-created_at&page[size]=100`),
    note: (id, updatedStamp) =>
      call(`tickets/${id}.json`, 'PUT', {
        ticket: { comment: { html_body: NOTE, public: false }, safe_update: true, updated_stamp: updatedStamp },
      }),
    count: () => made,
  };
}
