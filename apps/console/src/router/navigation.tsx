import { type AnchorHTMLAttributes, type MouseEvent, useEffect, useMemo, useSyncExternalStore } from 'react';
import { type LeaveGuard, setLeaveGuard, stopped } from './leave-guard.ts';
import { parseRoute, type Route } from './route.ts';

const listeners = new Set<() => void>();

function subscribe(listener: () => void): () => void {
  const onBack = () => {
    // The browser has gone already: it is taken back to the page that asks whether it may be left.
    if (!stopped(addressNow(), (guarded) => history.pushState(null, '', guarded))) listener();
  };
  listeners.add(listener);
  window.addEventListener('popstate', onBack);
  return () => {
    listeners.delete(listener);
    window.removeEventListener('popstate', onBack);
  };
}

/** Goes to an address of the console. `replace` leaves no history entry: for redirects and typing in a filter. */
export function navigate(path: string, mode: 'push' | 'replace' = 'push'): void {
  if (stopped(path)) return;
  if (mode === 'push') history.pushState(null, '', path);
  else history.replaceState(null, '', path);
  for (const listener of listeners) listener();
}

/** The address's path and query, `/tickets?state=failed`. */
export function useAddress(): string {
  return useSyncExternalStore(subscribe, addressNow);
}

function addressNow(): string {
  return location.pathname + location.search;
}

/** While `active`, leaving the page asks first: within the console through `ask`, else the browser does. */
export function useLeaveGuard(active: boolean, ask: LeaveGuard['ask']): void {
  useEffect(() => {
    if (!active) return;
    const onUnload = (event: BeforeUnloadEvent) => event.preventDefault();
    setLeaveGuard({ address: addressNow(), ask });
    window.addEventListener('beforeunload', onUnload);
    return () => {
      setLeaveGuard(null);
      window.removeEventListener('beforeunload', onUnload);
    };
  }, [active, ask]);
}

export function useRoute(): Route {
  const address = useAddress();
  return useMemo(() => {
    const url = new URL(address, location.origin);
    return parseRoute(url.pathname, url.search);
  }, [address]);
}

/** A real link that changes the page without loading it anew; modified clicks stay the browser's. */
export function Link({ href, onClick, ...rest }: AnchorHTMLAttributes<HTMLAnchorElement> & { href: string }) {
  const follow = (event: MouseEvent<HTMLAnchorElement>) => {
    onClick?.(event);
    const modified = event.metaKey || event.ctrlKey || event.shiftKey || event.altKey;
    if (event.defaultPrevented || modified || event.button !== 0) return;
    event.preventDefault();
    navigate(href);
  };
  return <a href={href} onClick={follow} {...rest} />;
}
