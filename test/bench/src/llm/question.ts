/** What every contender is asked: the same texts, a number apart, so that no cache can answer twice. */
export interface Question {
  /** About as long as the brief of a reply draft. */
  instructions: string;
  /** A customer's message and the passages to answer from, with personal data in it as in life. */
  text: string;
  /** Who wrote, as the source system knows them. */
  customer: { name: string; email: string; phone: string };
}

const CUSTOMER = { name: 'Maria Lindqvist', email: 'maria.lindqvist@example.com', phone: '+46 70 123 45 67' };

const INSTRUCTIONS = `You write the first draft of a reply for a support agent of Puddlewick, a shop for rain gear.
A person reads it, changes it and sends it. Be friendly and brief, answer every question, promise nothing that the sources
do not say, and leave out what you do not know. Names in square brackets stand for people: keep them as they are.
Write plain text without a subject line. Sign with "The Puddlewick team".`;

const SOURCES = `<sources>
[1] Refunds: When a refund comes
A refund is booked within two working days after the parcel arrived in our warehouse. The money goes back to the card or
the account that was used for the order. Banks take three to five working days more until it shows. An order that was
paid with a voucher is refunded as a voucher with the same date of expiry.

[2] Returns: Sending something back
Anything that was not worn outside can come back within 60 days, with or without its box. The label is in the parcel; a
new one can be printed from the order page. Drop the parcel at any post office and keep the receipt until the refund has
come. Parcels from outside the European Union need the customs form that comes with the label.

[3] Warranty: Seams and zips
Seams that open and zips that jam within two years are repaired for free. The repair takes ten working days from the day
the jacket arrives, and it comes back by express. A jacket that cannot be repaired is replaced by the same model, or by
the one that followed it when the model is no longer made.
</sources>`;

const TASK = `Write the reply to the customer's last message in this language: en. After each statement that rests on a source, put its number in square brackets.`;

export function question(number: number): Question {
  const { name, email, phone } = CUSTOMER;
  const message = `<conversation subject="Where is my refund?">
<message from="customer">
Hello,

my name is ${name} and I sent a jacket back on Monday of last week (case ${letters(number)}). The tracking page says that
it arrived, but there is no money on my card yet. How long does it take? The zip of the second jacket jams as well since
Saturday. Can you repair it, and how long will that be? We leave for Iceland soon and I would rather not go without it.

You can reach me at ${email} or call ${phone} after five.

Kind regards
${name}
</message>
</conversation>`;
  return { instructions: INSTRUCTIONS, text: [message, SOURCES, TASK].join('\n\n'), customer: CUSTOMER };
}

/** Digits could look like a telephone or an order number and be taken out, and then all questions were one. */
function letters(number: number): string {
  return String(number).replace(/\d/g, (digit) => 'bcdfghklmn'[Number(digit)] ?? '');
}
