export { type JobName, type JobPayload, jobCatalogue } from './catalogue.ts';
export {
  countJobsOf,
  hasOpenJobOf,
  type JobResource,
  openJobs,
  removeJobsOf,
  removeJobsOfAccount,
} from './jobs-of.ts';
export {
  createJobQueue,
  type JobHandler,
  type JobQueue,
  type JobQueueOptions,
} from './queue.ts';
export { type JobContext, type JobVerdict, verdictOn } from './verdict.ts';
