import type { Finish } from '../../provider.ts';

/** https://platform.openai.com/docs/api-reference/chat/object#chat-object-choices */
export function mapFinish(raw: string): Finish {
  if (raw === 'stop') return { kind: 'stop', raw };
  if (raw === 'length') return { kind: 'length', raw };
  if (raw === 'content_filter') return { kind: 'refusal', raw };
  return { kind: 'other', raw };
}
