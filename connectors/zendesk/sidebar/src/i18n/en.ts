import type { AssistStep, Citation, Evidence, RatingReason } from '@draftsmith/contracts';
import type { Trouble } from '../assist/problem.ts';
import type { Standing } from '../draft/standing.ts';
import type { Question } from '../insert/next-step.ts';
import { failures } from './failures-en.ts';
import { counted } from './plural.ts';
import { rules, skips } from './skips-en.ts';

/** A headline and what can be done about it. */
export interface Words {
  title: string;
  text: string;
}

const steps: Record<Exclude<AssistStep, 'done'>, string> = {
  queued: 'Waiting in line',
  reading: 'Reading the conversation',
  searching: 'Searching articles and macros',
  writing: 'Writing',
  checking: 'Checking against the sources',
};
const troubles: Record<Trouble, Words> = {
  'not-set-up': {
    title: 'Draftsmith is not set up yet',
    text: 'An admin needs to enter the server’s address and shared key in this app’s settings.',
  },
  'key-refused': {
    title: 'The shared key does not match',
    text: 'An admin needs to copy the key from the Draftsmith console into this app’s settings again.',
  },
  'not-allowed': {
    title: 'You have no access to drafts here',
    text: 'Draftsmith checks with Zendesk who may see this ticket. Ask an admin if you should have access.',
  },
  unknown: {
    title: 'Draftsmith does not know this ticket',
    text: 'This Zendesk account may not be connected. An admin can connect it in the Draftsmith console.',
  },
  busy: { title: 'Too many requests right now', text: 'It goes on by itself in a moment.' },
  unreachable: {
    title: 'The Draftsmith server cannot be reached',
    text: 'It is tried again by itself. You can answer as usual meanwhile.',
  },
  declined: { title: 'Draftsmith could not do that', text: 'Try again, or answer as usual.' },
};
const standings: Record<Standing, string> = {
  supported: 'A source says this',
  opinion: 'Only a second opinion supports this',
  unsupported: 'No source says this',
  contradicted: 'A source says otherwise',
};
const visibilities: Record<Evidence['visibility'], string> = {
  public: 'Public',
  internal: 'Internal',
  conversation: 'Said in this ticket',
};
const kinds: Record<Citation['kind'], string> = { article: 'Article', macro: 'Macro', 'past-reply': 'Past reply' };
const reasons: Record<RatingReason, string> = {
  'wrong-facts': 'Wrong facts',
  'not-relevant': 'Not what was asked',
  'wrong-language': 'Wrong language',
  'wrong-tone': 'Wrong tone',
  'internal-content': 'Internal content',
  'ignored-instructions': 'Ignored instructions',
  other: 'Something else',
};
const questions: Record<Question, Words> = {
  internal: {
    title: 'This draft rests on internal sources',
    text: 'Make sure that nothing in it is only for your team.',
  },
  'newer-message': {
    title: 'The customer has written again',
    text: 'This draft does not answer the newest message.',
  },
  replied: { title: 'Somebody has answered meanwhile', text: 'Read the newest reply before you send another.' },
  unchecked: {
    title: 'Could not check for newer messages',
    text: 'The Draftsmith server does not answer. Look at the conversation before you send.',
  },
  'typed-reply': { title: 'You have already typed something', text: 'What should become of it?' },
  'typed-note': {
    title: 'You are writing an internal note',
    text: 'The draft is a public reply. Your note would be lost: submit it first, or replace it.',
  },
};

export const en = {
  steps,
  troubles,
  skips,
  rules,
  failures,
  standings,
  visibilities,
  kinds,
  reasons,
  questions,
  outside: 'This app works beside a ticket in Zendesk. Reload the ticket if you see this there.',
  loading: 'Opening the draft…',
  retry: 'Try again',
  cancel: 'Cancel',
  close: 'Close',
  none: { title: 'No draft yet', text: 'Draftsmith can write one from your articles, macros and past replies.' },
  write: 'Write a draft',
  writeAnyway: 'Write a draft anyway',
  answered: 'Draft reply',
  progress: 'Progress',
  working: {
    draft: 'Writing a draft',
    regenerate: 'Writing a new version',
    shorter: 'Making it shorter',
    warmer: 'Making it warmer',
    'more-formal': 'Making it more formal',
    translate: 'Translating for you',
    summarise: 'Summarising the conversation',
  },
  workingFor: (name: string) => `${name} asked for it`,
  ready: 'The draft is ready',
  newVersion: 'A new version is ready',
  stale: {
    title: 'The customer has written again',
    text: 'This draft does not answer the newest message.',
    act: 'Write a new draft',
  },
  skippedTitle: 'No draft for this message',
  missingTitle: 'Not answered by any source',
  similarTitle: 'Similar tickets',
  failedTitle: 'The draft could not be written',
  failedWish: {
    draft: 'The draft could not be written',
    regenerate: 'The new version could not be written',
    shorter: 'It could not be made shorter',
    warmer: 'It could not be made warmer',
    'more-formal': 'It could not be made more formal',
    translate: 'The translation did not work',
    summarise: 'The summary did not work',
  },
  check: {
    supported: (supported: number, claims: number) =>
      `${supported} of ${counted('en', { one: '# statement', other: '# statements' })(claims)} supported`,
    nothing: 'Nothing in it needs a source',
    unchecked: 'Not checked against sources',
    next: counted('en', { one: '# to check', other: '# to check' }),
    nextHint: 'Go to the next statement to check',
    sentences: 'Draft reply, sentence by sentence',
    source: 'Source',
    disagreeing: 'This source says otherwise',
    agreeing: 'This source agrees with the draft',
    sourcesDisagree: 'Your sources contradict each other.',
    searched: 'All sources of this draft were searched.',
    inQuestion: 'In question',
    opinions: {
      supported: 'A second model finds it supported.',
      unsupported: 'A second model finds no support either.',
    },
    strike: counted('en', {
      one: '# sentence without a source was taken out.',
      other: '# sentences without a source were taken out.',
    }),
    question: counted('en', {
      one: '# sentence without a source was turned into a question for you.',
      other: '# sentences without a source were turned into questions for you.',
    }),
  },
  internal: 'Rests on internal sources. Check before you send.',
  insert: 'Insert reply',
  inserting: 'Inserting…',
  inserted: 'Inserted. Read it through before you send.',
  undo: 'Undo',
  undone: 'Taken out again.',
  undoLate: 'You have changed the reply since, so it was left alone.',
  insertFailed: 'The reply box did not take the draft. Copy it instead.',
  otherTicket: 'Another ticket is open now, so nothing was inserted.',
  closed: 'This ticket is closed, so nothing was inserted.',
  goOn: { internal: 'Insert', 'newer-message': 'Insert anyway', replied: 'Insert anyway', unchecked: 'Insert anyway' },
  copyAnyway: 'Copy',
  append: 'Add below',
  replace: 'Replace it',
  replaceNote: 'Replace the note',
  copy: 'Copy',
  copied: 'Copied.',
  copyFailed: 'Copying is blocked here. Select the text and copy it by hand.',
  change: 'Change the draft',
  steerLabel: 'Tell it what to change',
  steerHint: 'e.g. the refund was sent',
  steer: 'Rewrite',
  shorter: 'Shorter',
  warmer: 'Warmer',
  moreFormal: 'More formal',
  translate: 'Translate draft',
  translateMessage: 'Translate message',
  summarise: 'Summarise',
  translation: 'Translation, for you only',
  summary: 'Summary, for you only',
  versions: 'Versions',
  version: (at: number, of: number) => `Version ${at} of ${of}`,
  older: 'Older version',
  newer: 'Newer version',
  madeBy: (how: string, name: string) => `${how} · ${name}`,
  made: {
    regenerate: 'rewritten',
    shorter: 'shorter',
    warmer: 'warmer',
    'more-formal': 'more formal',
    translate: 'translated',
    summarise: 'summarised',
  },
  sources: counted('en', { one: '# source', other: '# sources' }),
  noSources: 'No sources',
  open: 'Opens in a new tab',
  byModel: (model: string) => `Written by ${model}. Check before sending.`,
  byNobody: 'Composed from your own articles and macros, without a model. Check before sending.',
  rate: {
    question: 'Was this draft useful?',
    good: 'Useful',
    bad: 'Not useful',
    why: 'What was wrong?',
    comment: 'Anything else?',
    send: 'Send',
    thanks: 'Thank you, noted.',
    failed: 'Your rating could not be sent.',
  },
  keys: {
    title: 'Keyboard shortcuts',
    hint: 'They work while the focus is in this app.',
    insert: 'Insert the reply',
    copy: 'Copy the draft',
    steer: 'Say what to change',
    shorter: 'Make it shorter',
    next: 'Next statement to check',
    older: 'Older version',
    newer: 'Newer version',
    help: 'Show or hide this list',
  },
};

export type Messages = typeof en;
