/** The model's name in requests and answers: one with a known price, so that there is a cost to write down. */
export const MODEL = 'gpt-4.1-mini';

/** As long as a short reply; the surrogate in it gives whoever redacts something to restore. */
export const ANSWER = `Hello [PERSON_1],

thank you for your patience. Your refund is booked within two working days after the parcel arrived; your bank may take
three to five working days more [1]. The zip is repaired for free, and the jacket is back ten working days after it reached
us [3]. You find a label on the order page [2].

The Puddlewick team`;

const USAGE = { prompt_tokens: 620, completion_tokens: 84, total_tokens: 704 };
const PIECES = 20;

/** The body of an answer in one piece. */
export function wholeAnswer(): string {
  return JSON.stringify({
    ...envelope('chat.completion'),
    choices: [{ index: 0, message: { role: 'assistant', content: ANSWER, refusal: null }, finish_reason: 'stop' }],
    usage: USAGE,
  });
}

/** The same answer as server-sent events: a role, the pieces of text, the finish reason, the usage, the end. */
export function answerEvents(): string[] {
  const choice = (delta: object, finish_reason: string | null = null) => ({
    ...envelope('chat.completion.chunk'),
    choices: [{ index: 0, delta, finish_reason }],
    usage: null,
  });
  const chunks = [
    choice({ role: 'assistant', content: '' }),
    ...pieces().map((content) => choice({ content })),
    choice({}, 'stop'),
    { ...envelope('chat.completion.chunk'), choices: [], usage: USAGE },
  ];
  return [...chunks.map((chunk) => JSON.stringify(chunk)), '[DONE]'].map((data) => `data: ${data}\n\n`);
}

function envelope(object: string) {
  return { id: 'chatcmpl-bench', object, created: 1_764_000_000, model: MODEL };
}

function pieces(): string[] {
  const length = Math.ceil(ANSWER.length / PIECES);
  return Array.from({ length: PIECES }, (_, i) => ANSWER.slice(i * length, (i + 1) * length));
}
