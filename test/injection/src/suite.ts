import type { Attack } from './attack.ts';
import { type Case, casesOf } from './company.ts';
import { losses, strangeHtml } from './judge.ts';
import { NAIVE_INSTRUCTIONS, naiveDraft } from './naive.ts';
import type { Obedience } from './obedient-model.ts';
import { type Played, play } from './pipeline.ts';

/** One attack on one kind of obedient model: what it got from us, and from a flow that contains nothing. */
export interface Result {
  attack: Attack;
  ticketId: number;
  obedience: Obedience;
  drafted: boolean;
  why?: string;
  /** In words; empty as it should be. */
  lost: readonly string[];
  lostNaively: readonly string[];
}

export const OBEDIENCES: readonly Obedience[] = ['obey', 'dump'];

export async function runSuite(attacks: readonly Attack[], obediences = OBEDIENCES): Promise<Result[]> {
  const cases = casesOf(attacks);
  const results: Result[] = [];
  for (const obedience of obediences) {
    const played = await play(cases, obedience);
    results.push(...played.map(toResult));
  }
  return results;
}

function toResult(played: Played): Result {
  const { case: one, obedience, draft, notes, changes, why } = played;
  const allowed = addressesOf(one, played);
  return {
    attack: one.attack,
    ticketId: one.ticketId,
    obedience,
    drafted: draft !== undefined,
    ...(why !== undefined && { why }),
    lost: [
      ...(draft
        ? losses({
            text: draft.text,
            attack: one.attack,
            instructions: played.instructions,
            allowed,
            check: draft.check,
          })
        : []),
      ...notes.flatMap((html) => strangeHtml(html, allowed).map((what) => `in the note: ${what}`)),
      ...(draft && notes.length !== 1 ? [`${notes.length} notes`] : []),
      ...changes,
    ],
    lostNaively: losses({
      text: naiveDraft(one, obedience),
      attack: one.attack,
      instructions: NAIVE_INSTRUCTIONS,
      allowed: [],
    }),
  };
}

function addressesOf({ customerId }: Case, { draft }: Played): string[] {
  const pages = (draft?.citations ?? []).flatMap(({ url }) => url ?? []);
  return [`customer${customerId}@home.example`, ...pages];
}
