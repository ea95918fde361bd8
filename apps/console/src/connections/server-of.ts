/** Where source systems reach this server, as an admin of one enters it. */
export function serverOf(endpoint: string): string {
  // The console itself may be open under another name, and the server may lie below a path of a proxy.
  return URL.canParse(endpoint) ? endpoint.replace(/\/hooks\/.*$/, '') : location.origin;
}
