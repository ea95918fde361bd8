import { expect, test } from 'vitest';
import { createPresence } from './presence.ts';

test('somebody is there while the tab is active and the window is visible', () => {
  const framework = new Map<string, () => void>();
  const page: { visibilityState: string; change: () => void } = { visibilityState: 'visible', change: () => undefined };
  const presence = createPresence(
    { on: (event, handler) => framework.set(event, handler), off: () => undefined },
    {
      get visibilityState() {
        return page.visibilityState;
      },
      addEventListener: (_, listener) => {
        page.change = listener;
      },
      removeEventListener: () => undefined,
    },
  );
  let changes = 0;
  const stop = presence.onChange(() => changes++);
  expect(presence.here()).toBe(true);
  framework.get('app.deactivated')?.();
  expect(presence.here()).toBe(false);
  framework.get('app.activated')?.();
  expect(presence.here()).toBe(true);
  page.visibilityState = 'hidden';
  page.change();
  expect(presence.here()).toBe(false);
  expect(changes).toBe(3);
  stop();
  page.change();
  expect(changes).toBe(3);
});
