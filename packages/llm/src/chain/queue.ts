import { type PlannedStep, skip } from './plan.ts';
import type { Run } from './run.ts';
import type { Step } from './step.ts';

/** Another call is trying whether the route is back: it now rests like any other, and comes last with them. */
export function afterOthers(step: Step, reason: string, queue: readonly PlannedStep[]): PlannedStep[] {
  const isCanned = (planned: PlannedStep) => planned.step.route.provider === 'canned';
  const resting: PlannedStep = { step, later: { because: 'rests', reason } };
  return [...queue.filter((planned) => !isCanned(planned)), resting, ...queue.filter(isCanned)];
}

/**
 * Puts the routes on record that others came before, and were not needed.
 * @returns the reason of the first one that was too dear
 */
export function passedOver(queue: readonly PlannedStep[], run: Run): string | undefined {
  const passed = queue.flatMap(({ step, later }) => (later ? [{ step, ...later }] : []));
  run.skipped.push(...passed.map(({ step, reason }) => skip(step, reason)));
  return passed.find(({ because }) => because === 'dear')?.reason;
}

/** The prompt goes to the model that reads most, once; those that read no more than the first are left out. */
export function afterTooLong(step: Step, queue: readonly PlannedStep[], run: Run): PlannedStep[] {
  const windowOf = (one: Step) => run.facts(one).window;
  const read = windowOf(step) ?? 0;
  const again = run.attempts.filter(({ code }) => code === 'llm.too-long').length > 1;
  const hopeless = ({ step: other }: PlannedStep) =>
    other.provider.usesModel && (again || (windowOf(other) ?? Number.POSITIVE_INFINITY) <= read);
  for (const { step: other } of queue.filter(hopeless)) {
    run.skipped.push(skip(other, 'The prompt was too long for another model, and this one reads no more'));
  }
  const rest = queue.filter((planned) => !hopeless(planned));
  const larger = rest
    .filter((planned) => planned.step.provider.usesModel)
    .sort((a, b) => (windowOf(b.step) ?? 0) - (windowOf(a.step) ?? 0));
  return [...larger, ...rest.filter((planned) => !larger.includes(planned))];
}

/** Every model would be sent the same. */
export function withoutModels(queue: readonly PlannedStep[], run: Run): PlannedStep[] {
  const models = queue.filter(({ step }) => step.provider.usesModel);
  for (const { step } of models) run.skipped.push(skip(step, 'The prompt was held back before it left'));
  return queue.filter(({ step }) => !step.provider.usesModel);
}
