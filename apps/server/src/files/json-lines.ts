import { createInterface } from 'node:readline';

/** A line of JSON, or what is wrong with it. `line` counts from 1. */
export type JsonLine = { line: number; value: unknown } | { line: number; error: string };

/** JSON values as they come, one a line; empty lines are passed over. A broken line costs no other its answer. */
export async function* readJsonLines(input: NodeJS.ReadableStream): AsyncGenerator<JsonLine> {
  // Bytes as they are: each line is decoded alone.
  if ('setEncoding' in input) input.setEncoding('latin1');
  let line = 0;
  for await (const bytes of createInterface({ input })) {
    line += 1;
    if (!bytes.trim()) continue;
    const text = decode(line === 1 ? bytes.replace(/^\u00ef\u00bb\u00bf/, '') : bytes);
    if (text === undefined) yield { line, error: 'This line is not UTF-8 text' };
    else yield parse(text, line);
  }
}

function decode(latin1: string): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(latin1, 'latin1'));
  } catch {
    return undefined;
  }
}

function parse(text: string, line: number): JsonLine {
  try {
    return { line, value: JSON.parse(text) };
  } catch {
    return { line, error: 'This line is not JSON' };
  }
}
