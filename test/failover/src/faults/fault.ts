import type { DialectName } from '../fault-server/dialect.ts';
import type { Play } from '../fault-server/exchange.ts';
import type { Seen, World } from '../world.ts';

/** What is wrong, in a sentence; undefined when nothing is. */
export type Complaint = string | undefined;

/** One way in which a fault happens. A fault passes when all of its cases do. */
export interface Case {
  name: string;
  primary: Play;
  /** A whole answer, unless said otherwise. */
  fallback?: Play;
  /** Where only some vendors have it. */
  only?: readonly DialectName[];
  /** About how long it takes at real time, where that is long: the scorecard begins with those. Milliseconds. */
  lastsMs?: number;
  /** One plain question, unless said otherwise. */
  scenario?: (world: World) => Promise<unknown>;
  /** That every answer is the whole right text is judged without being asked. */
  judge: (seen: Seen) => Complaint;
}

export interface Fault {
  id: string;
  /** At most 25 characters: three dialects stand beside it on 80 columns. */
  title: string;
  /** `benchmark`: one of the sixteen that are published; `own`: one of ours. */
  group: 'benchmark' | 'own';
  cases: readonly Case[];
}
