import type { ProposalDiff } from '@draftsmith/contracts';
import {
  Flex,
  Heading,
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableHeader,
  TableRow,
  Text,
} from '@hubspot/ui-extensions';
import { useWords } from '../parts/words.ts';
import { figureLabel } from './figure-label.ts';

/** Words and figures that differ. Marks and lines carry it, not colour, so that it can be heard and printed as well. */
export function Diff({ diff }: { diff: ProposalDiff }) {
  const { m } = useWords();
  const { from, to, sections, figures } = diff;
  const same = sections.length === 0 && figures.length === 0;
  return (
    <Flex direction="column" gap="sm">
      <Heading>{m.versions.changes(from, to)}</Heading>
      {same && <Text>{m.versions.same}</Text>}
      {figures.length > 0 && <Figures figures={figures} />}
      {sections.length > 0 && <Text variant="microcopy">{m.versions.legend}</Text>}
      {sections.map(({ kind, title, parts }) => (
        <Flex key={kind} direction="column" gap="xs">
          <Text format={{ fontWeight: 'demibold' }}>{title}</Text>
          <Text>
            {parts.map((part, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: parts have no other identity
              <Part key={at} part={part} />
            ))}
          </Text>
        </Flex>
      ))}
    </Flex>
  );
}

function Part({ part: { kind, text } }: { part: ProposalDiff['sections'][number]['parts'][number] }) {
  if (kind === 'same') return <>{text}</>;
  const added = kind === 'added';
  return (
    <Text
      inline
      format={{ fontWeight: added ? 'bold' : 'regular', lineDecoration: added ? 'underline' : 'strikethrough' }}
    >
      {added ? `[+${text}+]` : `[−${text}−]`}
    </Text>
  );
}

function Figures({ figures }: Pick<ProposalDiff, 'figures'>) {
  const { m } = useWords();
  const { versions } = m;
  return (
    <Table bordered density="condensed">
      <TableHead>
        <TableRow>
          {[versions.figure, versions.before, versions.after].map((name) => (
            <TableHeader key={name}>{name}</TableHeader>
          ))}
        </TableRow>
      </TableHead>
      <TableBody>
        {figures.map(({ label, before, after }) => (
          <TableRow key={label}>
            <TableCell>{figureLabel(label, m)}</TableCell>
            <TableCell>{before ?? versions.absent}</TableCell>
            <TableCell>{after ?? versions.absent}</TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
