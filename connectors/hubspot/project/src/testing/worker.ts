/**
 * What HubSpot's sandbox has before a card is loaded. `@hubspot/ui-extensions` reads it when it is imported: import this
 * file first.
 */
export interface Hosted {
  /** What `hubspot.fetch` comes to. */
  fetch(url: string, options?: { method?: string; body?: unknown }): Promise<Response>;
  /** What `hubspot.extend` comes to. */
  extend(render: (api: never) => unknown): void;
}

const hosted: Partial<Hosted> = {};

Object.assign(globalThis, {
  self: globalThis,
  hsFetch: (...request: Parameters<Hosted['fetch']>) => hosted.fetch?.(...request),
  extend_V2: (...given: Parameters<Hosted['extend']>) => hosted.extend?.(...given),
});

export function setWorker(changes: Partial<Hosted>): void {
  Object.assign(hosted, changes);
}
