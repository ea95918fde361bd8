import { afterEach, describe, expect, test } from 'vitest';
import {
  attachment,
  type DealAccount,
  NO_SIGNAL,
  NOW,
  quoteOf,
  seedDeal,
  startDealAccount,
} from './testing/deal-account.ts';

let account: DealAccount | undefined;
afterEach(async () => account?.hubspot.close());

async function open() {
  account = await startDealAccount();
  const portal = account.hubspot.portal();
  portal.seed.quoteTemplate('New', 'cpq_template');
  const deal = seedDeal(account);
  return { ...account, portal, deal, resource: account.ref(deal.id) };
}

const at = NOW.toISOString();
const later = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000).toISOString();

describe('where the deal stands', () => {
  test.each([
    ['presentationscheduled', 'open'],
    ['closedwon', 'won'],
    ['closedlost', 'lost'],
  ])('%s is %s', async (dealstage, outcome) => {
    const { portal, deal, deals, resource } = await open();
    portal.acts.update('deals', deal.id, { dealstage });
    const followed = await deals.follow(resource, { fileIds: [], at }, NO_SIGNAL);
    expect(followed).toEqual({ gone: false, stage: { id: dealstage, name: expect.any(String), outcome } });
  });

  test('gone', async () => {
    const { portal, deal, deals, resource } = await open();
    portal.acts.archive('deals', deal.id);
    expect(await deals.follow(resource, { fileIds: [], at }, NO_SIGNAL)).toEqual({ gone: true });
  });
});

describe('whether it was sent', () => {
  async function mailed(properties: (fileId: string) => Record<string, string>) {
    const { portal, deal, deals, resource } = await open();
    const { fileIds } = await deals.attach(attachment(resource), NO_SIGNAL);
    const mail = { hs_email_direction: 'EMAIL', hs_timestamp: later(30), ...properties(fileIds[0] ?? '') };
    portal.seed.activity('emails', mail, [['deals', deal.id]]);
    return (await deals.follow(resource, { fileIds, at }, NO_SIGNAL)).sentAt;
  }

  test('a mail of ours with one of the files', async () => {
    expect(await mailed((id) => ({ hs_attachment_ids: `1;${id}` }))).toBe(later(30));
  });

  test.each([
    ['another file', () => ({ hs_attachment_ids: '1' })],
    ['a mail of the customer', (id: string) => ({ hs_attachment_ids: id, hs_email_direction: 'INCOMING_EMAIL' })],
    ['an earlier mail', (id: string) => ({ hs_attachment_ids: id, hs_timestamp: later(-30) })],
  ])('%s is none', async (_, properties) => expect(await mailed(properties)).toBeUndefined());

  test('a quote that a person published', async () => {
    const { portal, deal, deals, resource, clock } = await open();
    const { quoteId } = await deals.draftQuote(quoteOf(resource, deal.lineItems), NO_SIGNAL);
    const attached = { fileIds: [], at, quoteId };
    expect((await deals.follow(resource, attached, NO_SIGNAL)).sentAt).toBeUndefined();
    clock.forward(3_600_000);
    portal.seed.record('quotes', { hs_title: 'Published', hs_expiration_date: '2026-12-31' });
    const legacy = portal.acts.create('quotes', {
      hs_title: 'Old',
      hs_expiration_date: '2026-12-31',
      hs_status: 'DRAFT',
    });
    const template = portal.seed.quoteTemplate('Old', 'customizable_quote_template');
    portal.acts.link(['quotes', legacy], ['quote_templates', template]);
    portal.acts.update('quotes', legacy, { hs_status: 'APPROVAL_NOT_NEEDED' });
    expect((await deals.follow(resource, { ...attached, quoteId: legacy }, NO_SIGNAL)).sentAt).toBe(later(60));
  });

  test('mails that may not be read leave it open', async () => {
    const { hubspot, deal, deals, resource, warnings } = await open();
    hubspot.faults.set({
      match: { path: /associations\/emails/ },
      response: { status: 403, body: { category: 'MISSING_SCOPES' } },
    });
    expect(await deals.follow(resource, { fileIds: ['1'], at }, NO_SIGNAL)).toMatchObject({ gone: false });
    expect(warnings).toHaveLength(1);
    expect(deal.id).not.toBe('');
  });
});
