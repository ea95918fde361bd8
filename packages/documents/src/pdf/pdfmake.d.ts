// pdfmake 0.3 ships no types, and @types/pdfmake puts those of a browser (`lib="dom"`) into every file of the server. These
// are the parts that we use; lengths are points.
declare module 'pdfmake' {
  /** Left, top, right, bottom. */
  type Margin = [left: number, top: number, right: number, bottom: number];

  export interface Style {
    fontSize?: number;
    lineHeight?: number;
    characterSpacing?: number;
    bold?: boolean;
    italics?: boolean;
    color?: string;
    alignment?: 'left' | 'right';
    noWrap?: boolean;
    margin?: Margin;
  }

  interface Block extends Style {
    /** A name in `styles`. */
    style?: string;
    /** Marks a heading for `pageBreakBefore`; changes nothing that is seen. */
    headlineLevel?: number;
    /** Within `columns`. */
    width?: number | string;
    /** Begins on the next page what does not fit on this one. */
    unbreakable?: boolean;
    pageBreak?: 'before';
    absolutePosition?: { x: number; y: number };
  }

  interface Rectangle {
    type: 'rect';
    x: number;
    y: number;
    w: number;
    h: number;
    color: string;
  }

  interface Line {
    type: 'line';
    x1: number;
    y1: number;
    x2: number;
    y2: number;
    lineWidth: number;
    lineColor: string;
  }

  export interface ContentTable extends Block {
    layout?: CustomTableLayout;
    table: {
      /** Rows at the beginning that each page repeats. */
      headerRows?: number;
      /** Rows that are on the page of the head. */
      keepWithHeaderRows?: number;
      dontBreakRows?: boolean;
      widths?: (number | string)[];
      body: TableCell[][];
    };
  }

  export type Content =
    | (Block & { text: string })
    /** A data URL. */
    | (Block & { image: string; fit: [width: number, height: number] })
    | (Block & { canvas: (Rectangle | Line)[] })
    | (Block & { stack: Content[] })
    | (Block & { columns: Content[]; columnGap?: number })
    | (Block & { ul: Content[]; markerColor?: string })
    | ContentTable;

  /** Those that another one covers are an empty text. */
  export type TableCell = (Content & { colSpan?: number }) | '';

  /** Lines are counted from 0, which is the table's upper edge. */
  export interface CustomTableLayout {
    hLineWidth(line: number, node: ContentTable): number;
    vLineWidth(line: number, node: ContentTable): number;
    hLineColor(line: number, node: ContentTable): string;
    paddingLeft(column: number, node: ContentTable): number;
    paddingRight(column: number, node: ContentTable): number;
    paddingTop(row: number, node: ContentTable): number;
    paddingBottom(row: number, node: ContentTable): number;
  }

  /** What was laid out. */
  export type Node = Pick<Block, 'style' | 'headlineLevel'>;

  export interface TDocumentDefinitions {
    content: Content[];
    pageSize?: 'A4' | 'LETTER';
    pageMargins?: Margin;
    /** Pages are counted from 1. */
    header?: (page: number, pages: number, size: { width: number; height: number }) => Content | null;
    footer?: (page: number, pages: number, size: { width: number; height: number }) => Content | null;
    styles?: Record<string, Style>;
    defaultStyle?: Style & { font: string };
    pageBreakBefore?: (node: Node, around: { getFollowingNodesOnPage: () => Node[] }) => boolean;
    info?: { title: string; author: string; creator: string; creationDate: Date; modDate: Date };
    /** BCP 47. */
    language?: string;
    displayTitle?: boolean;
    version?: '1.7';
    compress?: boolean;
  }

  /** Files, by the name of a font. */
  export type TFontDictionary = Record<string, Record<'normal' | 'bold' | 'italics' | 'bolditalics', string>>;

  const pdfmake: {
    setFonts(fonts: TFontDictionary): void;
    /** Whether an address may be called. */
    setUrlAccessPolicy(allows: (url: string) => boolean): void;
    /** Whether a file may be read. */
    setLocalAccessPolicy(allows: (path: string) => boolean): void;
    createPdf(definition: TDocumentDefinitions): { getBuffer(): Promise<Buffer> };
  };
  // biome-ignore lint/style/noDefaultExport: it is what the package exports
  export default pdfmake;
}
