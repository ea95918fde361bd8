import { unusable } from '../provider.ts';

/**
 * Proxies and overloaded servers answer 200 with a page or a JSON error. The SDKs would read either as a stream
 * without events, that is, as an empty answer.
 */
export function requireEventStream(response: Response, title: string): void {
  const type = response.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase() ?? '';
  if (type === 'text/event-stream') return;
  void response.body?.cancel().catch(() => undefined);
  const shown = /^[\w.+-]+\/[\w.+-]+$/.test(type) ? type : 'something else';
  throw unusable('llm.not-a-stream', `${title} answered ${shown} instead of an event stream`);
}

const LONGEST_ANSWER = 200_000;

/** A model that loops must not fill the memory. UTF-16 units. */
export function appendText(text: string, piece: string, title: string): string {
  if (text.length + piece.length <= LONGEST_ANSWER) return text + piece;
  throw unusable('llm.endless', `${title} did not come to an end after ${LONGEST_ANSWER} characters`);
}
