/** What was looked at: its name, how it is when it is well, and what helps when it is not: by hand, or the button. */
export const checks: Record<string, { topic: string; good: string; byHand?: string; repair?: string }> = {
  connection: {
    topic: 'Connection',
    good: 'The connection works',
    byHand: 'If our access was lost, connect the account again.',
  },
  role: {
    topic: 'Who we act as',
    good: 'We act as an admin',
    byHand: 'If our access was lost or is not an admin’s, connect the account again as an admin of it.',
  },
  scopes: {
    topic: 'Permissions',
    good: 'We may do all that is needed',
    byHand: 'If a permission is missing, connect the account again and agree to everything on the list.',
  },
  clock: {
    topic: 'Clock of this server',
    good: 'The clock of this server is right',
    byHand: 'If the clock is wrong, set it by a time server: events that seem too old are turned away.',
  },
  webhook: {
    topic: 'Webhook for messages',
    good: 'The webhook for messages is switched on and leads here',
    repair: 'Press “Repair”: it is created or switched on again.',
  },
  'events-webhook': {
    topic: 'Webhook for events',
    good: 'The webhook for events is switched on and leads here',
    repair: 'Press “Repair”: it is created or switched on again.',
  },
  endpoint: {
    topic: 'Where events go',
    good: 'Events go to this server',
    repair: 'Press “Repair”: the webhook is pointed to this server.',
  },
  trigger: {
    topic: 'Trigger for messages',
    good: 'The trigger for messages is switched on',
    repair: 'Press “Repair”: it is created, switched on or put right.',
  },
  'reply-trigger': {
    topic: 'Trigger for replies',
    good: 'The trigger for replies is switched on',
    repair: 'Press “Repair”: it is created, switched on or put right.',
  },
  'signing-secret': {
    topic: 'Signing secret',
    good: 'The signing secret is the right one',
    repair: 'Press “Repair”: the new secret is read. Until then events are turned away.',
  },
  deliveries: {
    topic: 'Delivery of events',
    good: 'Events arrive',
    byHand: 'See whether this server can be reached from the internet at the address that events go to.',
  },
  'api-token': {
    topic: 'API token',
    good: 'The account does not rely on an API token',
    byHand:
      'Take the account out of the settings of the server, start the server again, and connect it here with OAuth.',
  },
};
/** The same where deals are, as far as it differs: there is nothing that a button could mend. */
export const dealChecks: Record<string, Omit<(typeof checks)[string], 'repair'>> = {
  account: {
    topic: 'Account',
    good: 'HubSpot answers for this account',
    byHand: 'If our access was lost, connect the account again.',
  },
  discounts: {
    topic: 'Discounts',
    good: 'Discounts of line items are understood',
    byHand:
      'In HubSpot, name the line items’ property “Unit discount” again (Settings → Properties), or give discounts in percent.',
  },
  limits: {
    topic: 'Calls that are left',
    good: 'Enough calls are left',
    byHand: 'Wait a moment: proposals wait by themselves, and go on.',
  },
  'signing-secret': {
    topic: 'Signing secret',
    good: 'The secret that HubSpot signs with is set',
    byHand: 'Put the client secret of the app into HUBSPOT_CLIENT_SECRET of the server, and start it again.',
  },
  endpoint: {
    topic: 'Where HubSpot calls',
    good: 'HubSpot can call this server',
    byHand: 'Give this server a public https address, and set DRAFTSMITH_URL to it.',
  },
};
