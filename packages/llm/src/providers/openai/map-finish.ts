import type { Finish } from '../../provider.ts';

/** The values of `finish_reason`, from the types of the `openai` package. */
export function mapFinish(raw: string): Finish {
  if (raw === 'stop') return { kind: 'stop', raw };
  if (raw === 'length') return { kind: 'length', raw };
  if (raw === 'content_filter') return { kind: 'refusal', raw };
  return { kind: 'other', raw };
}
