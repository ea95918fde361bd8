import type { Evidence } from '@draftsmith/contracts';
import { type RefObject, useLayoutEffect, useState } from 'react';
import { styled } from 'styled-components';
import { useWords } from '../app/context.ts';
import { Icon, type IconName } from '../ui/icons.ts';
import { Small, Stack } from '../ui/layout.ts';
import { Out } from '../ui/out.tsx';
import { color } from '../ui/theme.ts';
import type { Statement } from './segments.ts';
import { VisibilityTag } from './sources.tsx';
import type { Standing } from './standing.ts';
import type { OpenStatement } from './use-open-statement.ts';

const SIGNS: Record<Standing, IconName> = {
  supported: 'check',
  opinion: 'question',
  unsupported: 'question',
  contradicted: 'alert',
};
const INKS: Record<Standing, string> = {
  supported: 'foreground.success',
  opinion: 'foreground.subtle',
  unsupported: 'foreground.warning',
  contradicted: 'foreground.danger',
};

const Box = styled.div`
  position: absolute;
  z-index: 1;
  inset-inline: -6px;
  margin-block-start: 4px;
  padding: 10px 12px;
  border: 1px solid ${color('border.default')};
  border-radius: 6px;
  background: ${color('background.raised')};
  box-shadow: 0 8px 16px -4px ${color('shadow.medium')};
`;

const Verdict = styled.p<{ $standing: Standing }>`
  display: flex;
  gap: 8px;
  font-weight: 600;
  svg { flex: none; margin-block-start: 2px; color: ${({ $standing, theme }) => color(INKS[$standing])({ theme })}; }
`;

const Quote = styled.blockquote`
  border-inline-start: 3px solid ${color('border.default')};
  padding-inline-start: 8px;
  overflow-wrap: anywhere;
`;

interface EvidenceCardProps {
  statement: Statement;
  place: RefObject<HTMLElement>;
  card: OpenStatement;
}

/** Where a statement comes from, or what is wrong with it; below its last line. */
export function EvidenceCard({ statement, place, card }: EvidenceCardProps) {
  const [top, setTop] = useState(0);
  useLayoutEffect(() => {
    const lines = place.current?.querySelector(`[data-statement="${statement.statement}"]`)?.getClientRects();
    const last = lines?.[lines.length - 1];
    const origin = place.current?.getBoundingClientRect().top ?? 0;
    if (last) setTop(last.bottom - origin);
  }, [place, statement]);
  return (
    <Box style={{ insetBlockStart: top }} onMouseEnter={card.stay} onMouseLeave={card.leave}>
      <EvidenceContent statement={statement} />
    </Box>
  );
}

function EvidenceContent({ statement: { sentence, standing, questioned } }: { statement: Statement }) {
  const m = useWords();
  const { evidence, agreeing, secondOpinion } = sentence;
  return (
    <Stack $gap={6}>
      <Verdict $standing={standing}>
        <Icon name={SIGNS[standing]} /> {m.standings[standing]}
      </Verdict>
      {questioned.length > 0 && (
        <p dir="auto">
          {m.check.inQuestion}: {questioned.map((words) => `“${words}”`).join(', ')}
        </p>
      )}
      {evidence && (
        <Passage label={standing === 'contradicted' ? m.check.disagreeing : m.check.source} evidence={evidence} />
      )}
      {!evidence && standing === 'unsupported' && <Small>{m.check.searched}</Small>}
      {agreeing && (
        <>
          <Passage label={m.check.agreeing} evidence={agreeing} />
          <Small>{m.check.sourcesDisagree}</Small>
        </>
      )}
      {secondOpinion && <Small>{m.check.opinions[secondOpinion]}</Small>}
    </Stack>
  );
}

function Passage({ label, evidence }: { label: string; evidence: Evidence }) {
  return (
    <Stack as="figure" $gap={4}>
      <figcaption>
        <Small as="span">{label}</Small>
        {evidence.title && (
          <div>
            <Out url={evidence.url}>{evidence.title}</Out>
          </div>
        )}
        <VisibilityTag visibility={evidence.visibility} />
      </figcaption>
      <Quote dir="auto">{evidence.quote}</Quote>
    </Stack>
  );
}
