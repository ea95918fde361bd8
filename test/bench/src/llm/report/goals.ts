import { figure } from '../../report/table.ts';
import { CONTENDERS, type ContenderId } from '../contenders/contender.ts';
import type { HitFigure, LlmFigure, LlmFigures } from '../figures.ts';

/** Milliseconds; what this project set itself, stated beside what was measured and never enforced by a clock. */
const MOST_OVER_SDK = 0.3;
const MOST_FOR_A_HIT = 0.1;
const OURS: readonly ContenderId[] = ['ours', 'ours-postgres'];
const PEERS: readonly ContenderId[] = ['ai-sdk', 'langchain'];

const COLUMNS = [
  ['p50', 'p50', 1],
  ['p99', 'p99', 1],
  ['processor time', 'cpuMs', 1],
  ['allocated', 'allocated', 1000],
  ['retained', 'retained', 1],
] as const;

/** The goals, each with what this run says about it. */
export function goalLines({ figures, hits }: Pick<LlmFigures, 'figures' | 'hits'>): string[] {
  const ours = OURS.flatMap((id) => figures.filter(({ contender }) => contender === id));
  return [
    `At most ${MOST_OVER_SDK} ms over the bare SDK, one at a time`,
    ...ours.filter(({ atOnce }) => atOnce === 1).map((one) => `  ${CONTENDERS[one.contender]}: ${overSdk(one)}`),
    'Below the AI SDK and LangChain.js in every column',
    ...ours.flatMap((one) => PEERS.map((peer) => `  ${compared(one, figures, peer)}`)),
    `A cache hit under ${MOST_FOR_A_HIT} ms`,
    ...hits.map((one) => `  ${CONTENDERS[one.contender]}: ${hitLine(one)}`),
  ];
}

function overSdk({ overSdk }: LlmFigure): string {
  return `p50 ${figure(overSdk.p50)} ms, p99 ${figure(overSdk.p99)} ms`;
}

function compared(one: LlmFigure, figures: readonly LlmFigure[], peer: ContenderId): string {
  const against = `${CONTENDERS[one.contender]}, ${one.atOnce} at once, against ${CONTENDERS[peer]}`;
  const theirs = figures.find(({ contender, atOnce }) => contender === peer && atOnce === one.atOnce);
  if (!theirs) return `${against}: not measured`;
  const above = COLUMNS.filter(([, column]) => !(one[column] < theirs[column]));
  if (above.length === 0) return `${against}: in all ${COLUMNS.length}`;
  const where = above.map(
    ([title, column, unit]) => `${title} ${figure(one[column] / unit)} to ${figure(theirs[column] / unit)}`,
  );
  return `${against}: not in ${where.join(', ')}`;
}

function hitLine({ hit, redacted, missed, calls }: HitFigure): string {
  const spread = `p50 ${fine(hit.p50)} ms, p99 ${fine(hit.p99)} ms`;
  const around = `with redaction around it p50 ${fine(redacted.p50)} ms, p99 ${fine(redacted.p99)} ms`;
  return `${spread}; ${around}${missed > 0 ? `; ${missed} of ${calls} were not hits` : ''}`;
}

/** A hit takes hundredths of a millisecond. */
function fine(ms: number): string {
  return ms.toFixed(3);
}
