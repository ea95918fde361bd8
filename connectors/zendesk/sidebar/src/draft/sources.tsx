import type { Citation, Evidence } from '@draftsmith/contracts';
import { Tag } from '@zendeskgarden/react-tags';
import { styled } from 'styled-components';
import { useWords } from '../app/context.ts';
import { Fold, Row, Small, Stack } from '../ui/layout.ts';
import { Out } from '../ui/out.tsx';
import { color } from '../ui/theme.ts';

const Excerpt = styled.blockquote`
  font-size: 13px;
  line-height: 18px;
  color: ${color('foreground.subtle')};
  overflow-wrap: anywhere;
`;

/** What the draft cites. */
export function Sources({ citations }: { citations: readonly Citation[] }) {
  const m = useWords();
  if (citations.length === 0) return <Small>{m.noSources}</Small>;
  return (
    <Fold>
      <summary>{m.sources(citations.length)}</summary>
      <Stack as="ul">
        {citations.map(({ sourceId, kind, title, url, visibility, excerpt }) => (
          <li key={sourceId}>
            <Out url={url}>{title}</Out>
            <Row $gap={6}>
              <Small as="span">{m.kinds[kind]}</Small>
              <VisibilityTag visibility={visibility} />
            </Row>
            <Excerpt dir="auto">{excerpt}</Excerpt>
          </li>
        ))}
      </Stack>
    </Fold>
  );
}

export function VisibilityTag({ visibility }: { visibility: Evidence['visibility'] }) {
  const m = useWords();
  return (
    <Tag size="small" {...(visibility === 'internal' && { hue: 'warningHue' })}>
      <span>{m.visibilities[visibility]}</span>
    </Tag>
  );
}
