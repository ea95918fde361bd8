import type { ConnectorDescriptor } from '@draftsmith/contracts';
import { zendesk } from '@draftsmith/zendesk';

/** Every connector, one line each. */
export const connectors: readonly ConnectorDescriptor[] = [zendesk];
