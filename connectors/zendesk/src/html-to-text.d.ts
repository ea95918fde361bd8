// html-to-text 10 ships no types, and @types/html-to-text describes version 9. These are the parts that we use.
declare module 'html-to-text' {
  export interface HtmlToTextOptions {
    wordwrap?: number | false;
    limits?: { maxDepth?: number; maxInputLength?: number };
    selectors?: { selector: string; format?: string; options?: Record<string, unknown> }[];
  }
  export function compile(options?: HtmlToTextOptions): (html: string) => string;
}
