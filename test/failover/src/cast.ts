import { answerOf, textOf } from './fault-server/answer.ts';
import type { DialectName } from './fault-server/dialect.ts';

/** `siblings`: two models of one vendor at one address. `strangers`: two vendors at two addresses. */
export const ARRANGEMENTS = ['siblings', 'strangers'] as const;
export type Arrangement = (typeof ARRANGEMENTS)[number];

/** A model with its part. */
export interface Part {
  dialect: DialectName;
  model: string;
  /** As in DRAFTSMITH_ROUTES. */
  route: string;
  /** All that it says when nothing goes wrong. */
  text: string;
}

export interface Cast {
  primary: Part;
  fallback: Part;
}

/** Real names, since prices and context windows go by them; the fallback always reads more than the primary. */
const MODELS: Readonly<Record<'openai' | 'anthropic', { small: string; large: string }>> = {
  openai: { small: 'gpt-4o-mini', large: 'gpt-4.1' },
  anthropic: { small: 'claude-haiku-4-5', large: 'claude-sonnet-5' },
};

export function castOf(dialect: DialectName, arrangement: Arrangement): Cast {
  const other = dialect === 'anthropic' ? 'openai' : 'anthropic';
  return {
    primary: partOf(dialect, 'small'),
    fallback: partOf(arrangement === 'siblings' ? dialect : other, 'large'),
  };
}

function partOf(dialect: DialectName, size: 'small' | 'large'): Part {
  const provider = dialect === 'anthropic' ? 'anthropic' : 'openai';
  const model = MODELS[provider][size];
  return { dialect, model, route: `${provider}/${model}`, text: textOf(answerOf(model)) };
}
