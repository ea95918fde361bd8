import type { DraftCheck } from '../types.ts';

export interface CheckSummary {
  supported: number;
  claims: number;
  /** "14 of 15 statements supported". */
  text: string;
}

/** The line over a whole draft, in Russian for `ru` and in English for every other language. */
export function summary(
  { supported, claims }: Pick<DraftCheck, 'supported' | 'claims'>,
  language = 'en',
): CheckSummary {
  return {
    supported,
    claims,
    text: language.startsWith('ru') ? russian(supported, claims) : english(supported, claims),
  };
}

function english(supported: number, claims: number): string {
  if (claims === 0) return 'No statements to check';
  return `${supported} of ${claims} ${claims === 1 ? 'statement' : 'statements'} supported`;
}

function russian(supported: number, claims: number): string {
  if (claims === 0) return 'Нет утверждений для проверки';
  // The genitive goes with the second number: "из 21 утверждения", "из 15 утверждений".
  const noun = claims % 10 === 1 && claims % 100 !== 11 ? 'утверждения' : 'утверждений';
  return `Подтверждено ${supported} из ${claims} ${noun}`;
}
