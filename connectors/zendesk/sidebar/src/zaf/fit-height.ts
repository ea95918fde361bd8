import type { ZafClient } from './client.ts';

const LEAST = 80;
/** A longer reply scrolls within the app. */
const MOST = 1_600;

/** Keeps the frame as high as its content; gives the way to stop. */
export function fitHeight(client: Pick<ZafClient, 'invoke'>, content: Element): () => void {
  let last = 0;
  const observer = new ResizeObserver(() => {
    const height = Math.min(MOST, Math.max(LEAST, Math.ceil(content.getBoundingClientRect().height)));
    if (height === last) return;
    last = height;
    client.invoke('resize', { width: '100%', height: `${height}px` }).catch(() => undefined);
  });
  observer.observe(content);
  return () => observer.disconnect();
}
