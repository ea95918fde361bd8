import type { Finish } from '../dialect.ts';

/** https://platform.claude.com/docs/en/build-with-claude/handling-stop-reasons */
export function mapFinish(raw: string): Finish {
  if (raw === 'end_turn' || raw === 'stop_sequence') return { kind: 'stop', raw };
  if (raw === 'max_tokens' || raw === 'model_context_window_exceeded') return { kind: 'length', raw };
  if (raw === 'refusal') return { kind: 'refusal', raw };
  return { kind: 'other', raw };
}
