import type { ConnectorDescriptor } from '@draftsmith/contracts';
import { connect } from './connection.ts';
import { install } from './install/install.ts';
import { settings, type ZendeskSettings } from './settings.ts';
import { parse } from './webhook/parse.ts';
import { verification } from './webhook/verification.ts';

/** Zendesk Support: a suggested reply waits in the ticket, as an internal note. */
export const zendesk: ConnectorDescriptor<ZendeskSettings> = {
  id: 'zendesk',
  title: 'Zendesk',
  settings,
  verification,
  parse,
  connect,
  capabilities: { draftsAs: 'internal-note' },
  install,
};
