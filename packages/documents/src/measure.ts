import { startingTemplate } from './docx/starting-template.ts';
import { renderDocx, renderPdf, validateTemplate } from './index.ts';
import { sampleLogo } from './testing/png.ts';
import { LOOK, withItems, withParagraphs } from './testing/proposals.ts';

/** `node packages/documents/src/measure.ts`: how long documents take, each against the same proposal as PDF of few pages. */
const look = { ...LOOK, logo: sampleLogo(256) };
const few = withItems(20, () => ({ description: 'What it is, in a sentence of usual length.' }));
const ninetyNine = withItems(99, (index) => ({ description: 'Words '.repeat(index % 30) }));
const sixty = {
  ...ninetyNine,
  sections: withParagraphs(Array.from({ length: 340 }, () => 'Words of a paragraph. '.repeat(20))).sections,
};
const template = startingTemplate({ locale: 'en-GB', look });

const cases: [name: string, run: () => Promise<Uint8Array> | Uint8Array | unknown[]][] = [
  ['PDF, 20 lines', () => renderPdf({ proposal: few, look })],
  ['DOCX, 20 lines', () => renderDocx({ proposal: few, look })],
  ['DOCX, 20 lines, from a template', () => renderDocx({ proposal: few, look, template })],
  ['PDF, 99 lines', () => renderPdf({ proposal: ninetyNine, look })],
  ['DOCX, 99 lines', () => renderDocx({ proposal: ninetyNine, look })],
  ['PDF, 99 lines, 60 pages in all', () => renderPdf({ proposal: sixty, look })],
  ['DOCX, 99 lines, 60 pages in all', () => renderDocx({ proposal: sixty, look })],
  ['a template checked', () => validateTemplate(template)],
];

const ROUNDS = 9;
// Fonts are read and code is compiled once; that is not what a proposal costs.
for (const [, run] of cases.slice(0, 3)) for (let round = 0; round < 3; round++) await run();
let unit: number | undefined;
for (const [name, run] of cases) {
  const times: number[] = [];
  let made: Awaited<ReturnType<typeof run>> = [];
  for (let round = 0; round < ROUNDS; round++) {
    const begun = performance.now();
    made = await run();
    times.push(performance.now() - begun);
  }
  const median = times.sort((a, b) => a - b)[ROUNDS >> 1] ?? 0;
  unit ??= median;
  const size = made instanceof Uint8Array ? `${Math.round(made.length / 1024)} KB` : '';
  console.log(
    `${name.padEnd(40)} ${median.toFixed(0).padStart(6)} ms  ${(median / unit).toFixed(2).padStart(6)}  ${size}`,
  );
}
