import type { AccountPolicy, CheckedClaim, Evidence } from '@draftsmith/contracts';
import type { Standing } from '../ticket/check/standing.ts';
import { counted } from './plural.ts';

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
/** Kinds that the checker knows; another shows no label. */
const claimKinds: Record<string, string> = {
  number: 'number',
  price: 'price',
  percentage: 'percentage',
  date: 'date',
  time: 'time of day',
  duration: 'duration',
  name: 'name',
  link: 'link',
  email: 'e-mail address',
  order: 'order number',
  version: 'version',
  negation: 'yes or no',
  modality: 'may or must',
  promise: 'promise',
};
const claimVerdicts: Record<CheckedClaim['verdict'], string> = {
  supported: 'in a source',
  unsupported: 'in no source',
  contradicted: 'differs from the source',
};
const opinions: Record<'supported' | 'unsupported', string> = {
  supported: 'A second model, asked for its opinion, finds it supported.',
  unsupported: 'A second model, asked for its opinion, does not find it supported either.',
};
const changed: Record<'strike' | 'question', (count: number) => string> = {
  strike: counted('en', {
    one: '# sentence was taken out: no source supports it, and this account wants it so.',
    other: '# sentences were taken out: no source supports them, and this account wants it so.',
  }),
  question: counted('en', {
    one: '# sentence was turned into a question for you: no source supports it.',
    other: '# sentences were turned into questions for you: no source supports them.',
  }),
};
const unsupported: Record<AccountPolicy['truth']['unsupported'], string> = {
  mark: 'Mark them',
  strike: 'Take them out',
  question: 'Turn them into questions',
  withhold: 'Hold back the whole draft',
};

export const truth = {
  standings,
  visibilities,
  claimKinds,
  claimVerdicts,
  opinions,
  changed,
  unsupported,
  title: 'Checked against the sources',
  supported: (supported: number, claims: number) =>
    `${supported} of ${counted('en', { one: '# statement', other: '# statements' })(claims)} supported`,
  supportedShort: (supported: number, claims: number) => `${supported} of ${claims} supported`,
  nothingToCheck: 'Nothing in this draft needs a source.',
  next: counted('en', { one: '# to check', other: '# to check' }),
  nextHint: 'Go to the next statement that needs checking',
  opinionCost: (cost: string) => `A second opinion was asked for ${cost}.`,
  restOnOpinion: counted('en', {
    one: '# statement rests on it alone.',
    other: '# statements rest on it alone.',
  }),
  sentences: 'Draft reply, sentence by sentence',
  legend: 'What the marks mean',
  legendHint: 'Point at a sentence, tap it, or use the arrow keys in the draft to see where it comes from.',
  legendCourtesy: 'Greetings, thanks and questions need no source.',
  source: 'The source',
  disagreeing: 'This source says otherwise',
  agreeing: 'This source agrees with the draft',
  sourcesDisagree: 'Your sources contradict each other: mend one of them.',
  noEvidence: 'The passage was not kept.',
  noOverrule: 'An opinion never overrules a figure.',
  searched: 'All sources of this draft were searched.',
  forgottenTitle: 'The words of this draft are gone',
  forgotten: {
    retention: (date: string) => `They were removed on ${date}, when the time for keeping them was over.`,
    request: (date: string) => `They were removed on ${date}, when the person’s data was erased on request.`,
    source: (date: string) => `They were removed on ${date}, because the source system had removed them.`,
  },
  forgottenStays: 'Outcome, figures and costs stay; the ticket in the source system is untouched.',
  unreadableTitle: 'The words of this draft cannot be read',
  unreadable:
    'The key that they were sealed with is missing here. Add it to DRAFTSMITH_KEYS or put the key file back, then restart.',
};
