export {
  createHttpClient,
  type HttpClient,
  type HttpClientOptions,
  type HttpReply,
  type HttpRequest,
} from './client.ts';
export { parseRetryAfter } from './retry-after.ts';
export { errorFromStatus, kindOfStatus } from './status.ts';
