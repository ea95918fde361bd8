/** Turns texts into vectors whose cosine says how near they are in meaning. */
export interface Embedder {
  /** The model: vectors of two models are not comparable. */
  id: string;
  dimensions: number;
  /** ISO 639-1 of the languages that it understands; absent for all. A model out of its language misleads. */
  languages?: readonly string[];
  /** One vector a text, in their order. @throws AppError */
  embed(texts: readonly string[], signal: AbortSignal): Promise<Float32Array[]>;
}

export function understands({ languages }: Embedder, language: string): boolean {
  return languages === undefined || languages.includes(language);
}

/** Of length 1, so that the cosine of two is their product; undefined for a vector without direction. */
export function normalized(vector: Float32Array): Float32Array | undefined {
  const length = Math.hypot(...vector);
  return length > 0 && Number.isFinite(length) ? vector.map((value) => value / length) : undefined;
}

export function cosine(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] ?? 0) * (b[i] ?? 0);
  return sum;
}
