import { findEntities } from '../find-entities.ts';
import { createRedactor } from '../redactor.ts';
import { REGEX } from './baselines.ts';
import type { Sample } from './corpus.ts';
import { percent, print } from './print.ts';

/** What a support message has, in characters. */
const MESSAGE = 500;

export function speedAndRoundTrip(samples: readonly Sample[]): void {
  const bytes = samples.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0);
  const characters = samples.reduce((sum, { text }) => sum + text.length, 0);
  const exact = samples.filter(({ text }) => {
    const redactor = createRedactor();
    return redactor.restore(redactor.redact(text)) === text;
  });
  // The pass above has compiled everything.
  const redaction = time(samples, (text) => createRedactor().redact(text));
  const finding = time(samples, (text) => findEntities(text));
  const plain = time(samples, REGEX);
  const perMessage = (milliseconds: number) => ((milliseconds / characters) * MESSAGE).toFixed(3);
  print(`\nround trip exact: ${percent(exact.length, samples.length, 2)} of ${samples.length}`);
  print(
    `speed: ${(bytes / redaction / 1e3).toFixed(2)} MB/s, ${perMessage(redaction)} ms for each ${MESSAGE} characters, of which finding ${perMessage(finding)} ms; ${(redaction / samples.length).toFixed(3)} ms a text; a plain regular expression ${perMessage(plain)} ms`,
  );
}

/** Milliseconds of this process: other programs on the machine do not count. */
function time(samples: readonly Sample[], run: (text: string) => unknown): number {
  const start = process.cpuUsage();
  for (const { text } of samples) run(text);
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}
