// html-to-text 10 ships no types. These are the parts that are used here.
declare module 'html-to-text' {
  export interface HtmlElement {
    name: string;
    attribs: Record<string, string>;
    children: HtmlElement[];
    parent: HtmlElement | null;
  }
  export interface TextBuilder {
    addInline(text: string): void;
  }
  export type Formatter = (
    element: HtmlElement,
    walk: (elements: readonly HtmlElement[], builder: TextBuilder) => void,
    builder: TextBuilder,
  ) => void;
  export interface HtmlToTextOptions {
    wordwrap?: number | false;
    limits?: { maxDepth?: number; maxInputLength?: number };
    selectors?: { selector: string; format?: string; options?: Record<string, unknown> }[];
    formatters?: Record<string, Formatter>;
  }
  export function compile(options?: HtmlToTextOptions): (html: string) => string;
}
