import { expect, test } from 'vitest';
import { dealAddresses } from './deal-addresses.ts';

test('every address is at the host, and below the path, where events arrive', () => {
  expect(dealAddresses('hubspot', 'https://drafts.example/hooks/hubspot')).toEqual({
    card: 'https://drafts.example/proposals/hubspot',
    webhooks: 'https://drafts.example/hooks/hubspot',
    action: 'https://drafts.example/actions/hubspot/proposal',
  });
  expect(dealAddresses('hubspot', 'https://example.com/ai/hooks/hubspot').card).toBe(
    'https://example.com/ai/proposals/hubspot',
  );
});
