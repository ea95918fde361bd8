import type { DealGap } from '@draftsmith/contracts';
import { Flex, Link, StatusTag, Text } from '@hubspot/ui-extensions';
import { useWords } from '../parts/words.ts';

/** What is missing, what stops a proposal first. A code of a newer server has no words here, but its subject is shown. */
export function Gaps({ gaps }: { gaps: readonly DealGap[] }) {
  const { m } = useWords();
  const sorted = gaps.toSorted((one, other) => Number(other.severity === 'blocks') - Number(one.severity === 'blocks'));
  return (
    <Flex direction="column" gap="xs">
      {sorted.map(({ code, severity, subject, url }, at) => {
        const words = (m.gaps as Partial<typeof m.gaps>)[code];
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a gap of one code and subject can come twice
          <Flex key={`${code}:${at}`} direction="row" gap="sm" align="baseline" wrap>
            <StatusTag variant={severity === 'blocks' ? 'danger' : 'warning'}>
              {severity === 'blocks' ? m.prepare.blocks : m.prepare.warns}
            </StatusTag>
            <Text inline>{words?.text(subject) ?? subject ?? code}</Text>
            {url && <Link href={url}>{words?.fix ?? m.review.external}</Link>}
          </Flex>
        );
      })}
    </Flex>
  );
}
