import type { Activity, ActivityBudget } from '@draftsmith/contracts';

/** Days after which an activity counts half as new. */
const HALF_LIFE_DAYS = 30;
const DAY_MS = 86_400_000;

/** One long mail must not use up everything. Characters. */
const MAX_SHARE = 4_000;
/** Less of a text than this says nothing. */
const MIN_PIECE = 200;

/** Conversations say what a customer needs; tasks are reminders to ourselves. */
const KIND_WEIGHT: Readonly<Record<Activity['kind'], number>> = {
  meeting: 0.3,
  call: 0.3,
  email: 0.25,
  note: 0.25,
  task: 0,
};
const FROM_CUSTOMER = 0.3;

/**
 * What a proposal is written from: newest and most relevant first, all texts together within the budget. A text that is too
 * long ends with an ellipsis.
 */
export function selectActivities(activities: readonly Activity[], budget: ActivityBudget, now: Date): Activity[] {
  const hits = relevance(budget.relevant);
  const scored = activities.map((activity) => ({ activity, score: score(activity, hits, now) }));
  scored.sort((a, b) => b.score - a.score || (a.activity.at < b.activity.at ? 1 : -1));
  const most = Math.min(MAX_SHARE, Math.max(MIN_PIECE, Math.floor(budget.characters / 4)));
  const chosen: Activity[] = [];
  let room = budget.characters;
  for (const { activity } of scored) {
    if (room < 1) break;
    const titled = room - (activity.title?.length ?? 0);
    const text = cut(activity.text, Math.min(most, titled));
    if (text === undefined) continue;
    room = titled - text.length;
    chosen.push(text === activity.text ? activity : { ...activity, text });
  }
  return chosen;
}

function score(activity: Activity, hits: (text: string) => number, now: Date): number {
  // Tasks and meetings can lie ahead.
  const age = Math.max(0, now.getTime() - Date.parse(activity.at)) / DAY_MS;
  const recency = 0.5 ** (age / HALF_LIFE_DAYS);
  const relevant = 1 - 0.75 ** hits(`${activity.title ?? ''} ${activity.text}`);
  return (
    1.5 * recency + 1.5 * relevant + KIND_WEIGHT[activity.kind] + (activity.direction === 'in' ? FROM_CUSTOMER : 0)
  );
}

/** Counts the words that a text has. Longer ones match without their last two letters: `лицензия`, `лицензий`. */
function relevance(words: readonly string[]): (text: string) => number {
  const unique = [...new Set(words.map((word) => word.toLowerCase()).filter(Boolean))];
  const stems = unique.filter((word) => word.length >= 6).map((word) => word.slice(0, -2));
  const whole = new Set(unique.filter((word) => word.length < 6));
  return (text) => {
    const lower = text.toLowerCase();
    const found = new Set(lower.match(/[\p{L}\p{N}]+/gu)?.filter((word) => whole.has(word)));
    return found.size + stems.filter((stem) => lower.includes(stem)).length;
  };
}

/** Undefined where there is no room for a piece that says something. */
function cut(text: string, room: number): string | undefined {
  if (text.length <= room) return text;
  if (room < MIN_PIECE) return undefined;
  return `${text
    .slice(0, room - 2)
    .replace(/\s\S*$/, '')
    .toWellFormed()} …`;
}
