import { greeting, type LanguagePack, NEVER, signOff, type Wording, word, words } from './language-pack.ts';

const wording: Wording = {
  greeting: (name) => (name ? `Hello ${name},` : 'Hello,'),
  thanks: 'Thank you for getting in touch.',
  apology: 'Thank you for letting us know, and we are sorry for the trouble this has caused you.',
  otherQuestion: 'As for your other question:',
  lastQuestion: 'And finally, your last question:',
  readMore: 'You can find all the details here:',
  offerHelp: 'If anything is still unclear, just reply to this message and we will be happy to help.',
  signOff: (signature) => (signature ? `Kind regards,\n${signature}` : 'Kind regards'),
};

const DONE =
  'refunded|issued|processed|cancell?ed|sent|updated|changed|extended|credited|escalated|forwarded|reset|arranged|applied|added|created|removed|shipped|replaced|approved|corrected|deleted|checked|reviewed|looked into|resolved|fixed|opened|started|raised|asked|booked';
/** With `have`, any deed of ours counts: `We have opened a trace`, unlike `We have 30 days`. */
const HAVE_DONE = '\\p{L}{2,}ed|sent|set|put|made|done|given|taken|written|begun|found|spoken|reset|looked into';

export const en: LanguagePack = {
  language: 'en',
  wording: { formal: wording, informal: wording },
  formalMarks: NEVER,
  informalMarks: NEVER,
  lowercaseAfterGreeting: false,
  greeting: greeting(
    'hi|hello|hey|dear|good (?:morning|afternoon|evening|day)|greetings',
    'there|all|everyone|team|customer|valued customer|sir|madam|or|again',
    '(?:i|we) hope (?:you|this|all)|how are you|hope (?:you|all)',
  ),
  signOff: signOff(
    '(?:with )?(?:kind|best|warm|kindest|warmest)(?: and \\p{L}+)? (?:regards|wishes)|regards|sincerely|yours (?:sincerely|faithfully|truly)|cheers|all the best',
    'best|many thanks|thanks|thank you|have a (?:great|nice|good|lovely) (?:day|week|weekend|one)',
  ),
  opener:
    /^(?:(?:many )?thanks|thank you)(?: so much| very much)? for (?:\p{L}+ing|your|the|this)|^(?:we|i)(?:['’]re| are|['’]m| am)?(?: very| so| really| truly)? (?:sorry|apologi[sz]e)|^(?:we|i) (?:appreciate|understand)|^(?:sorry|apologies) (?:for|about|to)/iu,
  offer: word(
    'let us know|let me know|feel free to|reach out|happy to help|glad to help|(?:any|further|more) (?:other )?questions|contact us again|need (?:any )?(?:further|more|other) (?:help|assistance)|here to help',
  ),
  complaint: word(
    'unacceptable|outrageous|ridiculous|terrible|awful|horrible|disgusting|furious|angry|fed up|scam|rip-?off|disgrace|disappointed|appalling|worst|joke|lawyer|third time|still waiting|nobody (?:answers|replies|cares)|never again',
  ),
  claim: new RegExp(
    `(?<!\\p{L})(?:i|we)(?:['’]ve| have)(?: (?:just|already|now|also|gone ahead and))* (?:${HAVE_DONE})(?!\\p{L})|(?<!\\p{L})(?:i|we)(?: (?:just|already|now|also))* (?:${DONE})(?!\\p{L})|(?:has|have|was|were) (?:now |just |already )?been (?:${DONE})(?!\\p{L})|(?<!\\p{L})your \\p{L}+ (?:was|were|is now) (?:${DONE})(?!\\p{L})`,
    'iu',
  ),
  conditional: word('once|when|if|after|until|unless|as soon as|before|whether'),
  stopWords: words(`
    the and you your for are with that this have has not can will would from was were been but they our what when how
    which who why where there here their them then than just about into over also any all out get got does did doing
    please hello thanks thank dear regards help need want like know could should still already because since only very
    some more much many one two its it's i'm don't i've mine myself been being after before again ever even make made
  `),
};
