import type { Finish, Piece } from './dialect.ts';

/** An answer under way: changed in place, since a copy for each of hundreds of pieces would cost more than reading them. */
export interface Reading<Counts extends object> {
  text: string;
  thought: string;
  refusal: string | undefined;
  /** The model that answers, as it names itself. */
  model: string;
  /** Absent while the model has not ended its answer. */
  finish: Finish | undefined;
  counts: Counts | undefined;
  /** The counts are the final ones. */
  counted: boolean;
  /** What the API reported in the place of an answer. */
  error: unknown;
  /** Headers of a response have come. */
  opened: boolean;
  /** The model was at work: from here on it is paid for. */
  begun: boolean;
  /** Grows with everything that the model says or thinks. */
  progress: number;
  /** Pieces of text, and how many of them came from an event equal to the one before. */
  pieces: number;
  repeats: number;
  sequence: number;
  /** When the request was made, and how long after that the first piece came. Milliseconds. */
  startedMs: number;
  firstTokenMs: number | undefined;
}

/** It goes into every report and on the screen. */
const LONGEST_NAME = 200;

export function startReading<Counts extends object>(model: string, startedMs: number): Reading<Counts> {
  return {
    text: '',
    thought: '',
    refusal: undefined,
    model,
    finish: undefined,
    counts: undefined,
    counted: false,
    error: undefined,
    opened: false,
    begun: false,
    progress: 0,
    pieces: 0,
    repeats: 0,
    sequence: -1,
    startedMs,
    firstTokenMs: undefined,
  };
}

/** Adds what an event says. @param repeated its data is that of the event before */
export function addPiece<Counts extends object>(
  reading: Reading<Counts>,
  piece: Piece<Counts>,
  repeated: boolean,
): void {
  if (piece.error !== undefined) {
    reading.error = piece.error;
    addCounts(reading, piece, true);
    return;
  }
  reading.begun = true;
  if (piece.sequence !== undefined) {
    if (piece.sequence <= reading.sequence) return;
    reading.sequence = piece.sequence;
  }
  if (piece.text) {
    reading.text += piece.text;
    reading.pieces++;
    if (repeated) reading.repeats++;
  }
  if (piece.thought) reading.thought += piece.thought;
  if (piece.refusal) reading.refusal = (reading.refusal ?? '') + piece.refusal;
  if (piece.text || piece.thought || piece.refusal || piece.progress) reading.progress++;
  if (piece.model) reading.model = piece.model.slice(0, LONGEST_NAME);
  if (piece.finish) reading.finish = piece.finish;
  // Some servers count along, so only what comes with the end or after it is final.
  addCounts(reading, piece, reading.finish !== undefined);
}

function addCounts<Counts extends object>(reading: Reading<Counts>, { counts }: Piece<Counts>, final: boolean): void {
  if (!counts) return;
  reading.counts = reading.counts ? { ...reading.counts, ...counts } : counts;
  reading.counted = final;
}
