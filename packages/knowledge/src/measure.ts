// Prints how well search, confidence and language recognition do on labelled data: `node packages/knowledge/src/measure.ts`
import { confidenceLines } from './measure/confidence.ts';
import { DATA_SETS, present } from './measure/data.ts';
import { demoPresent } from './measure/demo.ts';
import { languageAccuracy } from './measure/language.ts';
import { pastReplyLines } from './measure/past-replies.ts';
import { retrievalLines, speedLines } from './measure/retrieval.ts';

const missing = [
  ...(['faq', 'tickets'] as const).filter((dataSet) => !present(dataSet)).map((dataSet) => DATA_SETS[dataSet]),
  ...(demoPresent() ? [] : ['apps/demo/company']),
];

if (missing.length > 0) {
  process.stderr.write(`Cannot measure without ${missing.join(' and ')}\n`);
  process.exitCode = 1;
} else {
  const section = (title: string, lines: readonly string[]) =>
    process.stdout.write(`${title}\n${lines.map((line) => `  ${line}\n`).join('')}\n`);

  section(
    'Language of helpdesk texts (en, de, es, fr, pt)',
    (['body', 'answer', 'subject'] as const).map((field) => {
      const { texts, accuracy } = languageAccuracy(field);
      return `${field}: ${(accuracy * 100).toFixed(1)} % of ${texts}`;
    }),
  );
  section('Retrieval, 183 questions against 2,869 FAQ answers', retrievalLines());
  section('Confidence', confidenceLines());
  section("Past replies, 300 tickets answered from 300 others: likeness to the agent's own answer", pastReplyLines());
  section('Speed', speedLines());
}
