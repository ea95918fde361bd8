/** A file of an app package. Paths have forward slashes and no leading one. */
export interface PackageFile {
  path: string;
  bytes: Uint8Array;
  symlink?: boolean;
}

/** What Zendesk would refuse (`error`), or accept with a remark (`warning`). */
export interface Finding {
  level: 'error' | 'warning';
  /** Stable name of the rule. */
  rule: string;
  message: string;
}

export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json | undefined };
export type JsonObject = { readonly [key: string]: Json | undefined };

const decoder = new TextDecoder();

export function textOf({ bytes }: PackageFile): string {
  return decoder.decode(bytes);
}

export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function error(rule: string, message: string): Finding {
  return { level: 'error', rule, message };
}

export function warning(rule: string, message: string): Finding {
  return { level: 'warning', rule, message };
}

/** Undefined for anything that is no JSON. */
export function parseJson(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
}
