import { randomUUID } from 'node:crypto';
import { PROSE_SECTIONS } from '@draftsmith/contracts';
import type { Completer, CompletionRequest } from '@draftsmith/llm';

/** Nobody answers: the suite's own words stand. */
export const nobody: Completer['complete'] = async () => ({
  ...{ kind: 'exhausted', attempts: [], skipped: [], detail: 'Nobody there', retryable: false },
});

/** A model that mixes what may be said with what nobody knows: figures, dates, names and bent slots of every kind. */
export function liar(random: () => number): Completer['complete'] {
  const below = (limit: number) => Math.floor(random() * limit);
  return async (request) => {
    const slots = slotsIn(request);
    const pick = () => slots[below(slots.length)] ?? 'total.once.net';
    // Beyond anything that a deal of ours comes to.
    const number = () => String(10_000_000 + below(80_000_000));
    const sentences = () => [
      `The price comes to {{${pick()}}}.`,
      'Your teams get one view of their work.',
      `You pay only ${number()}.`,
      `It is {{${pick()}}} less ${1 + below(90)} %.`,
      `${below(9)}{{${pick()}}} is all that you pay.`,
      `-{{${pick()}}} is credited to you.`,
      `{{${pick()}}}0 is the price.`,
      `Delivered by ${1 + below(28)} May 20${50 + below(40)}.`,
      `{{hidden.${pick()}}} is taken off.`,
      `Zorblatt ${number()} Industries agrees.`,
    ];
    const sections = PROSE_SECTIONS.map((kind) => ({
      kind,
      paragraphs: sentences()
        .filter(() => random() < 0.6)
        .map((text) => ({ text, bullet: false, sources: random() < 0.7 ? [1] : [] })),
    }));
    const data = { sections };
    return {
      kind: 'answered',
      completion: {
        ...{ id: randomUUID(), text: JSON.stringify(data), data, provider: 'openai', model: 'm', modelWritten: true },
        ...{ usage: { inputTokens: 1, outputTokens: 1 }, cost: { usd: '0.002' }, attempts: [], skipped: [] },
        ...{ cache: 'miss', ms: 1, traceId: '0'.repeat(32) },
      },
    };
  };
}

/** As the instructions list them: money alone, which is what a lie is worth. */
function slotsIn({ instructions = '' }: CompletionRequest): string[] {
  return [...instructions.matchAll(/^- \{\{([\w.]+)\}\} \(money\)/gm)].flatMap(([, key]) => key ?? []);
}
