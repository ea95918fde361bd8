import type { ConnectionView, ConnectionWay, ConnectStep, InstallationState } from '@draftsmith/contracts';
import { checks, dealChecks } from './checks-en.ts';
import { connecting } from './connecting-en.ts';
import { counted } from './plural.ts';

const states: Record<InstallationState, string> = {
  connecting: 'Set-up not finished',
  ready: 'Connected',
  reconnect: 'Access lost',
  removing: 'Being disconnected',
};
const stateHints: Record<Exclude<InstallationState, 'ready'>, string> = {
  connecting: 'Some steps of the set-up are still to be done.',
  reconnect: 'Our access was taken back or ran out. No drafts are written until an admin connects the account again.',
  removing: 'What was made for this account is being removed.',
};
const ways: Record<ConnectionWay, string> = {
  oauth: 'Agreed to in the browser',
  'client-credentials': 'Client credentials',
  environment: 'Settings of the server',
};
/** What an account is connected for. */
const purposes: Record<ConnectionView['draftsAs'], string> = {
  'internal-note': 'Drafts of replies to customers’ messages',
  document: 'Proposals for deals',
};
const steps: Record<ConnectStep, { name: string; help: string }> = {
  authorise: {
    name: 'Get access to the account',
    help: 'Connect the account again, as an admin of it.',
  },
  webhook: {
    name: 'Create the webhooks that tell us of new messages',
    help: 'Only an admin of the account may create webhooks. A trial account holds ten at most: delete one that is not needed.',
  },
  trigger: {
    name: 'Create the triggers that set them off',
    help: 'Only an admin of the account may create triggers.',
  },
  secret: {
    name: 'Read the signing secret that proves who sends them',
    help: 'Look whether the webhook is still there, and whether an admin agreed to the access.',
  },
  test: {
    name: 'Receive a test event',
    help: 'The address that events go to must be reachable from the internet, over https.',
  },
  knowledge: {
    name: 'Read articles, macros and past replies',
    help: 'Drafts are written all the same, from what was read so far.',
  },
  draft: {
    name: 'Have a first one written, to see what it looks like',
    help: 'Choose another one and try again.',
  },
};
const documents = {
  article: counted('en', { one: '# article', other: '# articles' }),
  macro: counted('en', { one: '# macro', other: '# macros' }),
  'past-reply': counted('en', { one: '# past reply', other: '# past replies' }),
};
const reading = { article: 'Reading articles', macro: 'Reading macros', 'past-reply': 'Reading past replies' };

export const connections = {
  ...connecting,
  states,
  stateHints,
  ways,
  purposes,
  steps,
  checks,
  dealChecks,
  documents,
  reading,
  title: 'Connections',
  lead: 'The accounts that Draftsmith writes drafts and proposals in.',
  readOnly: 'Only admins can change them.',
  adminsOnly: 'Only admins connect accounts and change connections.',
  errorTitle: 'The connections could not be loaded',
  connect: (system: string) => `Connect ${system}`,
  connectAnother: (system: string) => `Connect another ${system} account`,
  emptyTitle: 'No account is connected yet',
  emptyText: 'It takes a few minutes. You need somebody who is an admin there.',
  emptyViewer: 'An admin can connect one.',
  missingTitle: 'There is no such connection',
  toList: 'All connections',
  of: (system: string, account: string) => `${system} account ${account}`,
  legacy: (system: string, date: string) =>
    `This account works with an API token. ${system} switches those off on ${date}, and from then on no drafts are written. Before that, take the account out of the settings of the server, start the server again, and connect it here.`,
  environment: 'It is set up by settings of the server, and is changed and removed there.',
  facts: {
    identity: 'Acts as',
    connected: 'Connected',
    way: 'How',
    tokenEnds: 'Access until',
    endpoint: 'Events go to',
    knowledge: 'Knowledge',
    sidebar: 'App beside the ticket',
    action: 'Workflow step calls',
    card: 'Card on deals calls',
  },
  connectedBy: (date: string, name: string) => `${date}, by ${name}`,
  tokenRenewed: (date: string) => `${date}; Draftsmith renews it before`,
  nothingRead: 'Nothing read yet',
  lastRead: (ago: string) => `Last read ${ago}`,
  readSoFar: (done: string, total: string) => `${done} of ${total}`,
  readWithoutTotal: (done: string) => `${done} so far`,
  readingProblem: 'The last reading did not finish.',
  sidebarNone: 'Not set up',
  sidebarMade: 'Set up, not used yet',
  sidebarSeen: (ago: string) => `Last used ${ago}`,
  actionsOf: (account: string) => `Actions for ${account}`,
  actions: {
    setup: 'Continue the set-up',
    check: 'Check',
    try: 'Draft on a ticket',
    tryDeal: 'Proposal for a deal',
    card: 'Card on deals',
    sidebar: 'App beside the ticket',
    refresh: 'Read knowledge again',
    reconnect: 'Reconnect',
    disconnect: 'Disconnect',
  },
  refreshing: (account: string) => `Draftsmith is reading the knowledge of ${account} again.`,
  disconnectTitle: (account: string) => `Disconnect ${account}?`,
  removedThere: (system: string) => `Removed in ${system}`,
  removedHere: 'Removed here, for good',
  staysTitle: 'Stays',
  removesThere: {
    'internal-note': ['The webhooks and triggers that Draftsmith made', 'Our access: its tokens are revoked'],
    document: [
      'The app, taken out of this account: card, webhooks and workflow step go with it',
      'Our access: its tokens are revoked',
    ],
  },
  removesHere: {
    'internal-note': [
      'Drafts, and the record of events',
      'Articles, macros and past replies that were read',
      'Rules, and what was decided on privacy and truth',
      'The secret of the app beside the ticket',
    ],
    document: [
      'Proposals with all of their versions, and the record of events',
      'Templates, the rate card and the settings of proposals',
      'What was decided on privacy',
    ],
  },
  stays: {
    'internal-note': [
      'Notes that are in tickets already',
      'The OAuth client and the app beside the ticket: delete them in Zendesk',
      'The audit log',
    ],
    document: [
      'Notes, files and draft quotes that are on deals already',
      'The project of the app, for your other accounts',
      'The audit log',
    ],
  },
  confirmName: (account: string) => `Type ${account} to confirm`,
  disconnecting: 'Disconnecting…',
  disconnected: (account: string) => `${account} is disconnected. Nothing was left behind.`,
  leftTitle: (account: string) => `${account} is disconnected, but this is still there`,
  leftText: (system: string) => `Remove it in ${system} by hand.`,
  copy: 'Copy',
  understood: 'Understood',
  problemCodes: {
    'connections.by-settings':
      'This account is set up by settings of the server. Take it out of them and start the server again first.',
    'connections.client': 'Enter the identifier and the secret of the OAuth client.',
    'connections.client-secret': 'Enter the secret of the OAuth client.',
    'connections.removing': 'This account is being disconnected. Connect it again when that is done.',
    'connections.unknown': 'No such account is connected, or not any more.',
    'connections.dry-run': 'The result of this trial is not kept any more.',
    'installations.reconnect': 'Access to the account was lost. Connect it again.',
    'oauth.invalid-client': 'The client is not known there, or its secret is wrong.',
    'oauth.invalid-scope': 'This client is not given all that is asked for.',
  },
  stillTrying: 'What you see may be old. Draftsmith is asked again by itself.',
};
