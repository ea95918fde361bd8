import type { ProposalVersionView } from '@draftsmith/contracts';
import { Flex, List, Text } from '@hubspot/ui-extensions';
import type { ReactNode } from 'react';
import { useWords } from '../parts/words.ts';
import { Rests } from './sources.tsx';

type Section = ProposalVersionView['sections'][number];
type Paragraph = Section['paragraphs'][number];

/** The words of a section, each statement with what it rests on. */
export function Statements({ section, sources }: { section: Section; sources: ProposalVersionView['sources'] }) {
  const statement = (paragraph: Paragraph, key: number) => (
    <Flex key={key} direction="column" gap="flush">
      <Text>{paragraph.text}</Text>
      <Standing paragraph={paragraph} writtenBy={section.writtenBy} sources={sources} />
    </Flex>
  );
  return (
    <Flex direction="column" gap="sm">
      {inRuns(section.paragraphs).map(({ bullet, first, paragraphs }): ReactNode => {
        const statements = paragraphs.map((paragraph, at) => statement(paragraph, first + at));
        return bullet ? (
          <List key={first} variant="unordered-styled">
            {statements}
          </List>
        ) : (
          statements
        );
      })}
    </Flex>
  );
}

interface StandingProps {
  paragraph: Paragraph;
  writtenBy: Section['writtenBy'];
  sources: ProposalVersionView['sources'];
}

/** Only a model has to show what it rests on; templates and people answer for themselves. */
function Standing({ paragraph, writtenBy, sources }: StandingProps) {
  const { m } = useWords();
  if (paragraph.sources.length > 0) return <Rests ids={paragraph.sources} sources={sources} />;
  return writtenBy === 'model' ? <Text variant="microcopy">{m.review.noSources}</Text> : null;
}

/** Entries of a list that follow each other make one list. */
function inRuns(paragraphs: readonly Paragraph[]): { bullet: boolean; first: number; paragraphs: Paragraph[] }[] {
  const runs: { bullet: boolean; first: number; paragraphs: Paragraph[] }[] = [];
  for (const [first, paragraph] of paragraphs.entries()) {
    const bullet = paragraph.bullet === true;
    const last = runs.at(-1);
    if (bullet && last?.bullet) last.paragraphs.push(paragraph);
    else runs.push({ bullet, first, paragraphs: [paragraph] });
  }
  return runs;
}
