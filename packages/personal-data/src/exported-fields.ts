/** What the fields of an export mean, for the person who gets it. Each field that is exported has its line. */
export const EXPORTED_FIELDS = {
  person: 'Whom was asked for: e-mail addresses, phone numbers, names, account numbers',
  drafts: 'Suggested replies to messages; a person at the company decides what is sent',
  'drafts.id': 'Our number of the draft',
  'drafts.connector, account, resourceType, resourceId':
    'The ticket in the company’s own system, where the conversation is',
  'drafts.state, outcome': 'What became of the draft, and why',
  'drafts.foundBy': 'How the draft was found: by a noted address, number or name, or by words in it',
  'drafts.receivedAt, finishedAt': 'When the message came, and when the draft was done',
  'drafts.noteId, url': 'The internal note in the ticket that holds the draft',
  'drafts.words': 'Subject, your name, the suggested text, what it cites, and how its sentences were checked',
  'drafts.wordsRemark': 'Why words are missing',
  'drafts.language': 'The language of the message',
  'drafts.provider, model, modelWritten':
    'What wrote the text: a language model, or passages of the company’s articles',
  'drafts.attempts, inputTokens, outputTokens, costUsd':
    'How it was computed, how much was read and written, and the price',
  'drafts.completions': 'Each question to a language model for this draft',
  'drafts.completions.prompt, answer':
    'What was asked and answered, with names, addresses and numbers replaced beforehand',
  'drafts.completions.textsUntil': 'When prompt and answer are forgotten',
  'drafts.completions.replaced': 'How many values of each kind were replaced before anything was sent',
  'drafts.completions.user': 'A random mark of who asked at the company; never a name',
  'drafts.completions, all else':
    'When, for which purpose, how long it took, how much was read and written, and the price',
  'drafts.completions.attempts.host, region': 'Where the question was sent',
  'drafts.completions.attempts.payloadSha256, payloadBytes': 'Fingerprint and size of what was sent',
  'drafts.completions.attempts, all else': 'Each try: which model, when, how it ended, how much was read and written',
  'drafts.versions': 'Later wordings of the text, as agents of the company had them made, with what they asked for',
  'drafts.ratings': 'What agents thought of a wording: good or not, reasons, and their remark',
  'drafts.insertions': 'When an agent was about to use a wording, and how the ticket stood then',
  proposals: 'Proposals that the company drafted for deals with you',
  'proposals.id, connector, account, resourceType, resourceId, url, dealName, askedAt':
    'Our number of it, the deal in the company’s own system, and when it was first asked for',
  'proposals.completions': 'Each question to a language model for this proposal, as with drafts',
  deliveries: 'Notices that something changed in the ticket: identifiers and times',
  policies: 'Accounts of the company that list you among words which are never, or always, hidden from language models',
  users: 'Your own account here, if you work for the company and sign in',
  recipients: 'Who processed redacted texts for the company, where, how often, from when to when',
} as const satisfies Readonly<Record<string, string>>;

export const NOT_STORED = [
  'Translations and summaries that agents had made, and what they asked for: they end after a day, and with the draft',
  'What was asked for of a proposal, and how it went: that ends after a day',
  'The conversation, or the deal, itself: it is read from the company’s own system each time and not kept',
  'Digests by which your drafts are found again: they cannot be turned back into an address or a name',
  'Logs: they hold numbers of drafts, proposals, tickets and deals only',
] as const;
