import type { Finish } from '../../dialect.ts';

/** @param reason of `incomplete_details`; undefined for a response that is completed */
export function mapFinish(reason: string | undefined): Finish {
  if (reason === undefined) return { kind: 'stop', raw: 'completed' };
  if (reason === 'max_output_tokens') return { kind: 'length', raw: reason };
  if (reason === 'content_filter') return { kind: 'refusal', raw: reason };
  return { kind: 'other', raw: reason };
}
