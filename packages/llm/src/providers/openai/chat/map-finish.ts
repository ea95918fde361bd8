import type { Finish } from '../../dialect.ts';

/** From the types of the `openai` package; then what compatible servers say instead (TGI, Mistral, gateways). */
const KINDS: Readonly<Record<string, Finish['kind']>> = {
  stop: 'stop',
  length: 'length',
  content_filter: 'refusal',
  eos: 'stop',
  eos_token: 'stop',
  end_turn: 'stop',
  stop_sequence: 'stop',
  max_tokens: 'length',
  model_length: 'length',
};

export function mapFinish(raw: string): Finish {
  const known = raw.toLowerCase();
  return { kind: (Object.hasOwn(KINDS, known) ? KINDS[known] : undefined) ?? 'other', raw };
}
