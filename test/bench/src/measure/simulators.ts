import type { SimulatorFigures } from '../figures.ts';
import { type Bench, withCpu } from './bench.ts';

/** The simulators alone: were they slower than the server, every other figure would be theirs. */
export async function measureSimulators(bench: Bench): Promise<SimulatorFigures> {
  const { load, zendesk, modelUrl, size, takeTickets } = bench;
  bench.say('simulators alone');
  const callZendesk = (count: number) =>
    load.run('zendesk-calls', { zendesk, tickets: takeTickets(count), atOnce: 20 });
  const callModel = (count: number) => load.run('model-calls', { modelUrl, count, atOnce: 20 });
  await callZendesk(size.warmUp);
  await callModel(size.warmUp);
  const one = await withCpu(bench, undefined, () => callZendesk(size.simulatorDrafts));
  const two = await withCpu(bench, undefined, () => callModel(size.simulatorDrafts));
  return {
    zendesk: { perSecond: one.result.calls / one.result.seconds, cpu: one.cpu },
    model: { perSecond: two.result.calls / two.result.seconds, cpu: two.cpu },
  };
}
