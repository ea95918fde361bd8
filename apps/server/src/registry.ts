import type { ConnectorDescriptor } from '@draftsmith/contracts';
import { hubspot } from '@draftsmith/hubspot';
import { zendesk } from '@draftsmith/zendesk';

/** Every connector, one line each. */
export const connectors: readonly ConnectorDescriptor[] = [zendesk, hubspot];
