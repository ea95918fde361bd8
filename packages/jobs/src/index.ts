export { type JobName, type JobPayload, jobCatalogue } from './catalogue.ts';
export {
  createJobQueue,
  type JobContext,
  type JobHandler,
  type JobQueue,
  type JobQueueOptions,
  type JobVerdict,
} from './queue.ts';
