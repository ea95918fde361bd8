import { createHash } from 'node:crypto';
import { sampleLogo } from './png.ts';
import { para, REQUIRED_PARTS, wordFile } from './word-files.ts';

/** Prints the hashes of the sample's documents, by a clock that is off by as many days as the first argument says. */
const off = Number(process.argv[2]) * 86_400_000;
const RealDate = Date;
class OtherClock extends RealDate {
  constructor(...given: [] | [number | string]) {
    if (given.length === 0) super(RealDate.now() + off);
    else super(...(given as [number]));
  }
  static override now(): number {
    return RealDate.now() + off;
  }
}
globalThis.Date = OtherClock as DateConstructor;
Math.random = () => (Math.abs(off) % 97) / 97;

const { renderDocx, renderPdf, sampleProposal } = await import('../index.ts');
const look = { accent: '#1f6f5c', company: 'Northlight Systems', footer: '14 Harbour Street', logo: sampleLogo() };
const template = wordFile(para('{{proposal.title}}') + REQUIRED_PARTS, { more: { 'docProps/core.xml': '<a/>' } });
for (const locale of ['en-US', 'ru-RU']) {
  const proposal = sampleProposal(locale);
  const files = [
    await renderPdf({ proposal, look }),
    renderDocx({ proposal, look }),
    renderDocx({ proposal, look, template }),
  ];
  for (const bytes of files) process.stdout.write(`${createHash('sha256').update(bytes).digest('hex')}\n`);
}
