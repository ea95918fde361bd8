import { counted } from './plural.ts';
import { trial } from './trial-en.ts';

/** On the way from an account's name to its first draft, and on the pages of one account. */
export const connecting = {
  wizard: {
    progress: 'Steps to connect',
    stages: {
      'internal-note': ['Account', 'Set-up', 'First draft'],
      document: ['Account', 'Set-up', 'First proposal'],
    },
    title: (system: string) => `Connect ${system}`,
    titleAgain: (system: string, account: string) => `Connect ${system} account ${account} again`,
    errorTitle: 'What is needed to connect could not be loaded',
    unknownSystem: 'Draftsmith does not know this system',
    address: 'Zendesk address',
    addressHint: 'For example acme, or any address of your Zendesk pasted here.',
    addressIs: (address: string) => `Your account is ${address}`,
    addressProblems: {
      empty: 'Enter the address of your Zendesk.',
      'other-host':
        'This is not an address at zendesk.com. Sign in to Zendesk as an agent and paste the address that you see there.',
      'not-a-name': 'An address has letters, digits and hyphens only, for example acme.',
    },
    way: 'How Draftsmith gets access',
    wayHint: 'Either way you can take the access back at any time.',
    ways: {
      oauth: {
        label: 'Agree in the browser (recommended)',
        example: 'You go to Zendesk, see what Draftsmith asks for, and agree.',
      },
      'client-credentials': {
        label: 'Client credentials',
        example: 'For one account of your own. Nobody is asked: Draftsmith acts as the admin who made the client.',
      },
    },
    guideTitle: 'First make an OAuth client in Zendesk',
    guidePath: 'In Admin Center, open Apps and integrations → APIs → OAuth clients.',
    guideAdd: 'Add a client: name it Draftsmith, and choose “Confidential” as its kind.',
    guideRedirect: 'Paste this as its redirect URL, exactly as it is:',
    guideSecret: 'Save. Zendesk shows the secret once: put it below, with the identifier.',
    openAdminCenter: 'Open Admin Center',
    /** Where an app of the operator's own is uploaded once. */
    app: {
      title: 'First make the app in HubSpot',
      settings:
        'Once for any number of accounts. HubSpot signs with the app’s secret what it sends, so put ID and secret into HUBSPOT_CLIENT_ID and HUBSPOT_CLIENT_SECRET of the server as well: after a restart nobody is asked for them here.',
      write: 'On the server, run this. It writes the project of the app, with the address of this server in it:',
      upload:
        'In the folder that it names, sign in with HubSpot’s command line tool (hs account auth), then upload the project:',
      auth: 'In HubSpot, open Development → Projects → the project → the app, and there the Auth tab.',
      redirect: 'Among its redirect URLs must be this one, exactly as it is:',
      secret: 'The Auth tab shows the client ID and the client secret: put both below.',
    },
    asksItself: (system: string) =>
      `There is nothing to type: ${system} asks which account it is, and shows what is asked for.`,
    chooseSame: (account: string) => `Choose the account ${account} there: everything that belongs to it is kept.`,
    whoMay: 'Whoever agrees must be a super admin of the account, or may install apps in it.',
    notHttps: (system: string) =>
      `${system} takes https addresses only. Give this server a public https address first.`,
    otherOrigin: (system: string, origin: string) =>
      `After you agree, ${system} leads to ${origin}. Open this page there, or the way back will not find you signed in.`,
    client: {
      zendesk: { id: 'Identifier', secret: 'Secret' },
      hubspot: { id: 'Client ID', secret: 'Client secret' },
    },
    clientSecretHint: 'Kept sealed, and never shown again.',
    clientMissing: 'Enter the identifier and the secret of the client.',
    scopesTitle: 'What Draftsmith asks for, and why',
    scopesLead: 'Nothing more: these are the fewest that work.',
    go: (system: string) => `Go to ${system} and agree`,
    goWithout: 'Connect',
    going: (system: string) => `Going to ${system}…`,
    connecting: 'Connecting…',
    badAddress: 'The server named an address that is none. Nothing was sent there.',
  },
  /** Why somebody came back from the source system with nothing, by code. */
  cameBack: {
    title: 'The account was not connected',
    other: 'The source system did not give us access.',
    again: 'Try again',
    codes: {
      denied: 'Access was refused there. If that was a slip, try again and agree.',
      expired: 'It took too long, or the link was used before. Start again.',
      state: 'This way back does not belong to your session. Start again in this window.',
      client: 'The client is not known there, or its secret is wrong. Look at both, and at the redirect URL.',
      settings:
        'This account is set up by settings of the server. Take it out of them and start the server again first.',
      permission: 'Whoever agreed is no admin there. An admin has to do it.',
      unavailable: 'No answer came from there. Try again in a few minutes.',
    } as Record<string, string>,
  },
  setup: {
    title: 'Set-up',
    lead: 'This runs by itself and goes on when you leave the page.',
    errorTitle: 'The state of the set-up could not be loaded',
    states: { todo: 'not started', running: 'under way', done: 'done', failed: 'did not work' },
    whatToDo: 'What to do',
    again: 'Try again',
    resume: 'Continue',
    starting: 'Starting…',
    comesNext: 'comes next',
    next: { 'internal-note': 'Next: the first draft', document: 'Next: a first proposal' },
    nextMeanwhile: 'Reading goes on meanwhile. The first draft can be written already.',
    done: 'All is set up.',
    failed: counted('en', { one: '# step did not work.', other: '# steps did not work.' }),
  },
  trial,
  check: {
    title: 'Check of the connection',
    running: 'Asking the source system…',
    errorTitle: 'The check could not be made',
    allWell: 'All is well.',
    problems: counted('en', { one: '# thing needs attention.', other: '# things need attention.' }),
    well: 'In order',
    again: 'Check again',
    repair: 'Repair',
    repairing: 'Repairing…',
    repaired: 'Repaired as far as possible. This is how things stand now.',
    test: 'Send a test event',
    testing: 'Sending…',
    testArrived: 'The test event arrived.',
    byHand: 'Put it right in the source system: this account is set up by hand and by settings of the server.',
    testLost: 'The test event did not arrive.',
  },
  /** Where drafts are proposals for deals. */
  card: {
    title: 'Card on deals',
    lead: 'Reps write, review and attach proposals on a tab of the deal. HubSpot does not add it by itself.',
    addTitle: 'Add the card to the deal record',
    addSteps: [
      'In HubSpot, open Settings → Objects → Deals → Record customization.',
      'Open the view that your reps use, or the default view.',
      'In the middle column add a tab or open one, then Add cards → Apps (or Card library) → Proposal.',
      'Save. Repeat it for other views, where teams have their own.',
    ],
    workflow:
      'In a workflow based on deals, the action “Prepare a proposal” has one written and goes on when it is ready.',
    more: 'More of this, and a guide for reps, is in',
    addressesTitle: 'What HubSpot calls',
    addressesLead: 'They are part of the app’s project. After the address of this server changed, upload it again.',
    addresses: {
      card: 'The card, for a rep',
      webhooks: 'Webhooks: a deal reached a stage, something was deleted',
      action: 'The step of a workflow',
    },
  },
  sidebar: {
    title: 'App beside the ticket',
    lead: 'With it, agents have the draft beside the ticket, insert it into their reply and have it changed.',
    package: 'On the server, run this. It writes the app as a zip file:',
    upload:
      'In Zendesk’s Admin Center, open Apps and integrations → Zendesk Support apps and press “Upload private app”. Choose the file.',
    settings: 'Zendesk asks for two settings. Put this into “Address of your Draftsmith server”:',
    secret: 'The other, “Shared key”, is a secret that only Zendesk and this server know:',
    make: 'Make the secret',
    makeNew: 'Make a new secret',
    making: 'Making…',
    madeAt: (date: string) => `A secret was made on ${date}. It cannot be shown again.`,
    replaceTitle: 'Make a new secret?',
    replaceText: 'The app stops working for all agents until the new secret is in its settings in Zendesk.',
    shownOnce: 'Copy it now: it is not shown again.',
    seen: (ago: string) => `An agent last used the app ${ago}.`,
    notSeen: 'No agent has used the app yet.',
  },
};
