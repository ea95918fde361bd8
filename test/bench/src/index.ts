export type { EngineFigures, Figures } from './figures.ts';
export { report } from './report/report.ts';
export { runBench } from './run-bench.ts';
