export { createInbox, type Inbox, type InboxEntry } from './inbox.ts';
export { type IngestOutcome, ingest, type WebhookTarget } from './ingest.ts';
export { type ResolveTarget, webhookRouter } from './router.ts';
export { verifyDelivery } from './verify.ts';
