import type { Response, ResponseStreamEvent } from 'openai/resources/responses/responses';
import { NOTHING, type Piece } from '../../dialect.ts';
import { isRecord } from '../../fault.ts';
import { mapFinish } from './map-finish.ts';
import type { ResponsesCounts } from './to-usage.ts';

type ResponsesPiece = Piece<ResponsesCounts>;

/** One event of a streamed response. Event types that are not known yet are passed over. */
export function fromEvent(data: unknown): ResponsesPiece | undefined {
  if (!isRecord(data)) return undefined;
  if (data.type === undefined && data.error) return { error: data.error };
  if (typeof data.type !== 'string') return undefined;
  const piece = read(data as unknown as ResponseStreamEvent);
  return piece && typeof data.sequence_number === 'number' ? { ...piece, sequence: data.sequence_number } : piece;
}

function read(event: ResponseStreamEvent): ResponsesPiece | undefined {
  switch (event.type) {
    case 'response.output_text.delta':
      return said(event.delta, (text) => ({ text }));
    case 'response.refusal.delta':
      return said(event.delta, (refusal) => ({ refusal }));
    case 'response.reasoning_text.delta':
    case 'response.reasoning_summary_text.delta':
      return said(event.delta, (thought) => ({ thought }));
    case 'response.created':
      return known(event.response);
    case 'response.completed':
      return { ...known(event.response), finish: mapFinish(undefined) };
    case 'response.incomplete':
      return {
        ...known(event.response),
        finish: mapFinish(event.response?.incomplete_details?.reason ?? 'incomplete'),
      };
    case 'response.failed':
      return { ...known(event.response), error: event.response?.error ?? 'failed' };
    case 'error':
      return { error: event };
    default:
      return NOTHING;
  }
}

function said(delta: unknown, toPiece: (text: string) => ResponsesPiece): ResponsesPiece | undefined {
  return typeof delta === 'string' ? toPiece(delta) : undefined;
}

function known(response: Partial<Response> | undefined): ResponsesPiece {
  const { model, usage } = response ?? {};
  return { ...(model ? { model } : {}), ...(usage ? { counts: usage } : {}) };
}
