import type { ConnectorDescriptor } from '@draftsmith/contracts';
import { calls } from './calls/calls.ts';
import { connect } from './connection.ts';
import { install } from './install/install.ts';
import { type HubSpotSettings, settings } from './settings.ts';
import { verification } from './signature.ts';
import { parse } from './webhook/parse.ts';

/** HubSpot: a proposal waits on the deal, as a private file on a note. */
export const hubspot: ConnectorDescriptor<HubSpotSettings> = {
  id: 'hubspot',
  title: 'HubSpot',
  settings,
  verification,
  parse,
  connect,
  capabilities: { draftsAs: 'document' },
  // An app has one address for the webhooks of all accounts, and one secret.
  sharedEndpoint: { secretSetting: 'clientSecret' },
  calls,
  install,
};
