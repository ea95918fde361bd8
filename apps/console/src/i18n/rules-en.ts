import type { DraftingRules, RuleReason, Voice } from '@draftsmith/contracts';
import type { RuleField } from '../rules/fields.ts';

type Labelled<Key extends string> = Record<Key, { label: string; example: string }>;

const reasons: Record<RuleReason, string> = {
  brand: 'No draft: another brand',
  group: 'No draft: its group gets none',
  form: 'No draft: another form',
  channel: 'No draft: its channel gets none',
  language: 'No draft: another language',
  tag: 'No draft: because of its tags',
  'first-reply': 'No draft: it was answered before',
  pilot: 'No draft: not in the pilot',
  'per-resource': 'No draft: the limit of its ticket was reached',
  'per-hour': 'No draft: the limit of that hour was reached',
};
const fields: Record<RuleField, string> = {
  brands: 'Brands',
  groups: 'Groups',
  forms: 'Forms',
  channels: 'Channels',
  tags: 'Tags',
  languages: 'Languages',
  neverTags: 'Not with these tags',
  neverGroups: 'Not in these groups',
  neverChannels: 'Not through these channels',
  when: 'Which messages',
  deliver: 'Where the draft goes',
  perResource: 'Drafts for one ticket, at most',
  perHour: 'Drafts in an hour, at most',
  pilot: 'Who takes part',
  signature: 'Signature',
  tone: 'Tone',
  address: 'Form of address',
  houseRules: 'House rules',
  brandVoices: 'Brands with a voice of their own',
};
const when: Labelled<DraftingRules['when']> = {
  'every-message': { label: 'Every message of a customer', example: 'Also the third question in a long ticket.' },
  'first-reply': { label: 'Only until the first answer', example: 'Once your team has answered, it goes on alone.' },
};
const deliver: Labelled<DraftingRules['deliver']> = {
  both: { label: 'As a note and beside the ticket', example: 'Readable everywhere, handy where the app is installed.' },
  note: { label: 'As an internal note', example: 'Needs no app; each draft is one more note in the ticket.' },
  sidebar: {
    label: 'Only beside the ticket, in the app',
    example: 'Nothing is written into the ticket and nobody is notified.',
  },
};
const pilots: Labelled<DraftingRules['pilot']['kind']> = {
  everybody: { label: 'Everybody', example: 'Every ticket that the rules above let through.' },
  share: {
    label: 'A share of the tickets, by chance',
    example: 'The same ticket always stays in or out; when the share grows, whoever was in stays in.',
  },
  agents: { label: 'The tickets of some agents', example: 'A ticket that nobody has yet gets no draft.' },
};
const tones: Labelled<Voice['tone']> = {
  neutral: { label: 'Friendly and matter-of-fact', example: 'Your refund takes 5 working days.' },
  warm: { label: 'Warm', example: 'I see how annoying the wait is. Your refund takes 5 working days.' },
  formal: { label: 'Formal', example: 'Please note that your refund will take 5 working days.' },
  brief: { label: 'Brief', example: '5 working days.' },
};
const addresses: Labelled<Voice['address']> = {
  formal: { label: 'Formal', example: 'Sie, usted, vous' },
  informal: { label: 'Informal', example: 'du, tú, tu' },
  'as-customer': { label: 'As the customer does', example: 'Formal where they use none.' },
};
/** By the source system's own word for them; another shows the name that it has there. */
const channelNames: Record<string, string> = {
  email: 'E-mail',
  web: 'Web form',
  mobile: 'Mobile app',
  chat: 'Chat',
  native_messaging: 'Messaging',
  voice: 'Phone',
  any_channel: 'Channel integration',
};

export const rules = {
  reasons,
  fields,
  when,
  deliver,
  pilots,
  tones,
  addresses,
  channelNames,
  title: 'Rules',
  lead: 'Which messages get a draft, where it goes, and how it sounds. Changes hold for the next message.',
  errorTitle: 'The rules could not be loaded',
  noAccounts: 'No account with customers’ messages is connected yet.',
  neverChanged: 'Nothing was changed here yet: every customer message gets a draft.',
  parts: {
    only: 'Who gets drafts',
    never: 'Who gets none',
    when: 'When and where',
    limits: 'Limits',
    pilot: 'Pilot',
    voice: 'How drafts sound',
    brands: 'Brands',
  },
  hints: {
    only: 'A list that is empty leaves nobody out. Of the tags, one is enough.',
    never: 'These win over the lists above.',
    when: 'Thanks, spam, automatic replies and closed tickets never get a draft.',
    deliver: 'Customers see none of it: an agent reads, corrects and sends.',
    limits: 'What goes over a limit waits for nothing: it gets no draft, and its ticket says so.',
    pilot: 'Start small, look at the results, then let more in.',
    voice: 'Drafts in every language follow this. Facts still come from your sources alone.',
    brands: 'What you leave as it is sounds like the account.',
    tone: 'The same answer, four ways.',
    address: 'For languages that tell two ways apart.',
    houseRules:
      'One a line, in your own words, e.g. “never promise a delivery date”. What is to be said word for word stands in quotation marks. No house rule can lift the check against the sources.',
    signature:
      'Put below each draft as it stands here. Leave it empty if your help desk adds one when a reply is sent.',
  },
  all: 'All',
  pick: 'Type a name',
  unknown: 'Nothing has this name.',
  pickLanguage: 'Type the name of a language',
  noSuchLanguage: 'No language has this name.',
  choicesLoading: 'Names of brands, groups and agents are being loaded…',
  choicesUnavailable: 'The names of brands, groups and agents could not be loaded: numbers are shown instead.',
  noLimit: 'no limit',
  noSignature: 'no signature',
  changed: 'changed',
  pilotAgents: 'Agents in the pilot',
  pilotNobody: 'Nobody yet: choose at least one agent before you save.',
  pilotShare: (percent: number) => `${percent} % of the tickets`,
  asAccount: 'As the account',
  ownHouseRules: 'House rules of its own',
  ownSignature: 'A signature of its own',
  gets: 'Gets a draft',
  tryTitle: 'Try on past tickets',
  tryLead:
    'See which of your newest messages would get a draft with what stands on this page now, before you save it. Nothing is drafted, and nothing is kept.',
  tryRun: 'Try on past tickets',
  tryRunning: 'Reading tickets…',
  tryFailed: 'The rules could not be tried.',
  tryNone: 'There are no tickets yet to try them on.',
  tryCounts: (before: number, after: number, total: number) =>
    before === after
      ? `${after} of ${total} messages would get a draft, as many as now.`
      : `Now ${before} of ${total} messages get a draft; with these rules ${after} would.`,
  tryNoChange: 'For none of them would anything change.',
  tryShowAll: 'Show the others, too',
  tryChange: (before: string, after: string) => `${before} → ${after}`,
  tryOutdated: 'The page was changed since. Try again to see what that does.',
  tryForgotten: 'Subject no longer kept',
};
