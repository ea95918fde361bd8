/** The address a browser may be sent to, a whole one where no origin is given; null for what is none, such as a script in the clothes of an address. */
export function webAddress(given: string, origin?: string): string | null {
  try {
    const url = new URL(given, origin);
    return url.protocol === 'https:' || url.protocol === 'http:' ? url.href : null;
  } catch {
    return null;
  }
}

/** Whether a source system takes it as the place to return to: https, or this very machine. */
export function isAcceptedRedirect(uri: string): boolean {
  try {
    const { protocol, hostname } = new URL(uri);
    return protocol === 'https:' || ['localhost', '127.0.0.1', '[::1]'].includes(hostname);
  } catch {
    return false;
  }
}

/** Where the way back leads, if it is not where the page is open now: one would not be signed in there. */
export function otherOrigin(uri: string, here: string): string | null {
  try {
    const { origin } = new URL(uri);
    return origin === here ? null : origin;
  } catch {
    return null;
  }
}
