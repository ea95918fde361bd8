import { readObjects, readPdf } from './read-pdf.ts';
import { wordParts, wordText } from './word-files.ts';

/**
 * Everything that can be read out of a document: what stands on its pages, and what does not, such as its title, names of
 * places and markup. Without white space, because lines end where the page does.
 */
export function allText(bytes: Uint8Array): string {
  const texts = Buffer.from(bytes.subarray(0, 4)).toString('latin1') === '%PDF' ? pdfTexts(bytes) : docxTexts(bytes);
  return texts.join('\n').replace(/\s/g, '');
}

function pdfTexts(bytes: Uint8Array): string[] {
  const shown = readPdf(bytes).flatMap((lines) => lines.map(({ text }) => text));
  const objects = [...readObjects(Buffer.from(bytes)).values()];
  return [...shown, ...objects.flatMap(({ head, stream }) => [head, stream?.toString('latin1') ?? ''])];
}

function docxTexts(bytes: Uint8Array): string[] {
  const parts = wordParts(bytes);
  return [...parts].flatMap(([name, xml]) => [name, ...wordText(bytes, name), xml]);
}
