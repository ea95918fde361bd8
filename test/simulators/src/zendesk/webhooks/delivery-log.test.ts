import { describe, expect, it } from 'vitest';
import type { Delivery } from './deliver.ts';
import { createDeliveryLog } from './delivery-log.ts';

const delivery = (attempt: number, webhookId = 'a'): Delivery => ({
  webhookId,
  invocationId: 'i',
  attempt,
  at: '2026-11-20T10:00:00.000Z',
  outcome: attempt % 2 === 0 ? 'delivered' : 'lost',
  status: 200,
  request: { method: 'POST', url: 'http://127.0.0.1/', headers: {}, body: '' },
});

describe('delivery log', () => {
  it('keeps the newest and counts them all', () => {
    const log = createDeliveryLog(3);
    for (let attempt = 1; attempt <= 100; attempt += 1) {
      log.add(delivery(attempt));
      const kept = log.all().map((entry) => entry.attempt);
      expect(kept.length).toBeLessThanOrEqual(6);
      expect(kept.slice(-3)).toEqual([attempt - 2, attempt - 1, attempt].filter((number) => number > 0));
    }
    expect(log.counts()).toMatchObject({ delivered: 50, lost: 50 });
  });

  it('separates webhooks', () => {
    const log = createDeliveryLog();
    log.add(delivery(1, 'a'));
    log.add(delivery(2, 'b'));
    expect(log.ofWebhook('b').map((entry) => entry.attempt)).toEqual([2]);
  });
});
