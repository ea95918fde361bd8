import type { ProposalSource } from '@draftsmith/contracts';
import { Accordion, Flex, Inline, Link, Text, Tooltip } from '@hubspot/ui-extensions';
import { useWords } from '../parts/words.ts';

/** What one statement rests on: a line of links, each with what the source says. */
export function Rests({ ids, sources }: { ids: readonly string[]; sources: readonly ProposalSource[] }) {
  const { m, formats } = useWords();
  return (
    <Inline gap="xs">
      <Text variant="microcopy">{m.review.rests}</Text>
      {ids.map((id) => {
        const source = sources.find((candidate) => candidate.id === id);
        if (!source) {
          return (
            <Text key={id} variant="microcopy">
              {m.review.missingSource}
            </Text>
          );
        }
        const label = `${m.kinds[source.kind]}, ${formats.day(source.at)}`;
        return source.url ? (
          <Link key={id} href={{ url: source.url, external: true }} overlay={<Tooltip>{source.excerpt}</Tooltip>}>
            {label}
          </Link>
        ) : (
          <Text key={id} variant="microcopy">
            {label}
          </Text>
        );
      })}
    </Inline>
  );
}

/** All sources with their words: a tooltip is not within everybody's reach. */
export function SourceList({ sources }: { sources: readonly ProposalSource[] }) {
  const { m, formats } = useWords();
  if (sources.length === 0) return null;
  return (
    <Accordion title={m.review.sources(sources.length)} size="sm">
      <Flex direction="column" gap="sm">
        {sources.map(({ id, kind, title, at, excerpt, url }) => (
          <Flex key={id} direction="column" gap="flush">
            <Text format={{ fontWeight: 'demibold' }}>
              {[`${m.kinds[kind]}, ${formats.day(at)}`, title].filter(Boolean).join(': ')}
            </Text>
            <Text>{excerpt}</Text>
            {url && <Link href={{ url, external: true }}>{m.review.external}</Link>}
          </Flex>
        ))}
      </Flex>
    </Accordion>
  );
}
