export interface Pace {
  /** Before any header. */
  latencyMs: number;
  /** Between the headers of a stream and its first piece. */
  firstTokenMs: number;
  /** Pieces a second of a stream; Infinity sends them in one go. */
  tokensPerSecond: number;
}
