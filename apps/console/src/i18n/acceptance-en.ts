import type { AcceptanceBy, EditKind, RatingReason } from '@draftsmith/contracts';
import { counted } from './plural.ts';

const groupings: Record<AcceptanceBy, string> = {
  brand: 'Brand',
  topic: 'Topic',
  language: 'Language',
  model: 'Model',
};
const unknown: Record<AcceptanceBy, string> = {
  brand: 'No brand',
  topic: 'No tags',
  language: 'Unknown language',
  model: 'Unknown model',
};
const edits: Record<EditKind, { name: string; hint: string }> = {
  facts: { name: 'Facts', hint: 'a figure, date, name, link or promise differs' },
  tone: { name: 'Wording', hint: 'the same, said in other words' },
  shortened: { name: 'Shortened', hint: 'sentences were left out' },
  extended: { name: 'Extended', hint: 'sentences were added' },
  reordered: { name: 'Order', hint: 'sentences were moved' },
  translated: { name: 'Translated', hint: 'sent in another language' },
};
const reasons: Record<RatingReason, string> = {
  'wrong-facts': 'Wrong facts',
  'not-relevant': 'Not relevant',
  'wrong-language': 'Wrong language',
  'wrong-tone': 'Wrong tone',
  'internal-content': 'Internal content',
  'ignored-instructions': 'Ignored instructions',
  other: 'Other',
};

export const acceptance = {
  /** In the navigation. */
  nav: 'Acceptance',
  title: 'Acceptance of drafts',
  lead: 'Each draft is judged by the first public reply after it. No text of a reply is kept.',
  period: 'Period',
  days: counted('en', { one: '# day', other: '# days' }),
  settled: counted('en', { one: 'What became of # draft', other: 'What became of # drafts' }),
  drafts: counted('en', { one: '# draft', other: '# drafts' }),
  parts: {
    asIs: { label: 'Sent as is', hint: 'nothing changed but greeting and signature' },
    edited: { label: 'Edited', hint: 'the draft, with changes' },
    ignored: { label: 'Not used', hint: 'the agent wrote a reply of their own' },
    other: { label: 'Other', hint: 'closed without a reply, or the customer wrote again first' },
  },
  partOf: {
    asIs: counted('en', { other: '# sent as is' }),
    edited: counted('en', { other: '# edited' }),
    ignored: counted('en', { other: '# not used' }),
    other: counted('en', { other: '# other' }),
  },
  kept: 'Text kept',
  keptHint: 'of a draft’s words, where it was used',
  replyTime: 'Time to reply',
  replyTimeHint: 'from the customer’s message; half take longer',
  where: 'Where drafts are used',
  by: 'Compare by',
  groupings,
  columns: groupings,
  unknown,
  became: 'What became of them',
  topicNote: 'Topics are the tags of a ticket; a ticket with several counts with each.',
  editsTitle: 'What agents change',
  editsNote: 'Several may hold for one draft.',
  editsNone: 'No draft was edited in this time.',
  edits,
  ratingsTitle: 'How agents rate drafts',
  ratingsNone: 'No ratings in this time. Agents give them in the app beside the ticket.',
  rated: (good: number, bad: number) => `Good: ${good} · Bad: ${bad}`,
  reasons,
  emptyTitle: 'No figures yet',
  emptyText: 'They appear when an agent answers, or closes, a ticket that has a draft.',
  emptyLonger: counted('en', { one: 'Show the last # day', other: 'Show the last # days' }),
  errorTitle: 'The figures could not be loaded',
};
