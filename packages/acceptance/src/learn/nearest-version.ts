import type { Acceptance } from '@draftsmith/contracts';
import { compare } from '../compare/compare.ts';

/** A text of a draft that an agent could have used. */
export interface DraftVersion {
  version: number;
  text: string;
  language: string;
}

const ORDER: readonly Acceptance['verdict'][] = ['as-is', 'edited', 'ignored'];

/** The version that the reply was made of, as far as any was; of equals the newest. Undefined without versions. */
export function nearestVersion(
  versions: readonly DraftVersion[],
  reply: string,
): (Acceptance & { version: number }) | undefined {
  const compared = versions.map(({ version, text, language }) => ({
    version,
    ...compare(text, reply, { draft: language }),
  }));
  return compared.sort(
    (a, b) =>
      ORDER.indexOf(a.verdict) - ORDER.indexOf(b.verdict) ||
      b.kept - b.added - (a.kept - a.added) ||
      b.version - a.version,
  )[0];
}
