/**
 * What HubSpot's sandbox has before a card is loaded. `@hubspot/ui-extensions` reads it when it is imported: import this
 * file first.
 */
type Worker = { self?: unknown; hsFetch?: unknown; extend_V2?: unknown };

const worker = globalThis as Worker;
worker.self ??= globalThis;
worker.extend_V2 ??= () => undefined;

/** What `hubspot.fetch` and `hubspot.extend` come to. */
export function setWorker(hosted: Pick<Worker, 'hsFetch' | 'extend_V2'>): void {
  Object.assign(worker, hosted);
}
