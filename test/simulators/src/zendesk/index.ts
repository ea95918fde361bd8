export type { ActionResult, Actions, CommentInput } from './actions/actions.ts';
export type { CannedResponse, Fault, FaultResponse, FaultSwitches } from './api/faults.ts';
export type { ContentSwitches } from './content-switches.ts';
export type { ClientInput } from './oauth/clients.ts';
export type { OAuthSwitches } from './oauth/switches.ts';
export type { TokenRecord } from './oauth/token-store.ts';
export { sampleSeed } from './sample-seed.ts';
export type {
  SeedArticle,
  SeedBrand,
  SeedComment,
  SeedForm,
  SeedGroup,
  SeedMacro,
  SeedOrganization,
  SeedTicket,
  SeedUser,
  ZendeskSeed,
} from './seed.ts';
export { parseSeed } from './seed-file.ts';
export { DEFAULT_TOKEN, startZendesk, type ZendeskOptions, type ZendeskSimulator } from './simulator.ts';
export type { StateView } from './state/view.ts';
export type { Delivery } from './webhooks/deliver.ts';
export { signWebhook, TEST_SECRET } from './webhooks/sign.ts';
export type { InstalledWebhook, WebhookSwitches } from './webhooks/switches.ts';
export type { ZendeskArticle, ZendeskAudit, ZendeskComment, ZendeskMacro, ZendeskTicket, ZendeskUser } from './wire.ts';
