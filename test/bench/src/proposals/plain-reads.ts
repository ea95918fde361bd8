/** The reads that one deal takes, one after the other with plain fetch: what anybody writes first. Nothing is done with them. */
export async function plainReads(hubspotUrl: string, token: string, dealId: string): Promise<number> {
  let calls = 0;
  const call = async <Answer>(path: string, body?: object): Promise<Answer> => {
    calls += 1;
    const response = await fetch(hubspotUrl + path, {
      method: body ? 'POST' : 'GET',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      ...(body && { body: JSON.stringify(body) }),
    });
    if (!response.ok && response.status !== 404) throw new Error(`${path} was answered ${response.status}`);
    return (await response.json()) as Answer;
  };
  await call(`/crm/objects/2026-03/deals/${dealId}?properties=dealname,dealstage,amount,closedate`);
  await call('/account-info/2026-03/details');
  await call('/crm/v3/pipelines/deals');
  await call('/crm/properties/2026-03/line_items/discount');
  for (const object of ['contacts', 'companies', 'line_items', 'notes', 'emails', 'calls', 'meetings', 'tasks']) {
    const ids: string[] = [];
    for (let next: string | undefined = ''; next !== undefined; ) {
      const page: Page = await call(`/crm/objects/2026-03/deals/${dealId}/associations/${object}?limit=500${next}`);
      ids.push(...page.results.map(({ id, toObjectId }) => String(toObjectId ?? id)));
      const after: string | undefined = page.paging?.next?.after;
      next = after === undefined ? undefined : `&after=${after}`;
    }
    for (let at = 0; at < ids.length; at += 100) {
      const inputs = ids.slice(at, at + 100).map((id) => ({ id }));
      await call(`/crm/objects/2026-03/${object}/batch/read`, { inputs, properties: PROPERTIES });
    }
  }
  return calls;
}

interface Page {
  results: readonly { id?: string; toObjectId?: number }[];
  paging?: { next?: { after: string } };
}

const PROPERTIES = [
  ...['name', 'price', 'quantity', 'discount', 'firstname', 'lastname', 'email', 'hs_timestamp', 'hs_note_body'],
  ...['hs_email_text', 'hs_email_subject', 'hs_call_body', 'hs_meeting_body'],
];
