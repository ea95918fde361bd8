import type { ProposalVersionView, ProseSectionKind } from '@draftsmith/contracts';
import { Button, ButtonRow, Flex, Heading, StatusTag, Tile } from '@hubspot/ui-extensions';
import { useState } from 'react';
import { useWords } from '../parts/words.ts';
import type { Session } from '../session/session.ts';
import type { CardState } from '../session/state.ts';
import { EditSection } from './edit-section.tsx';
import { isProse } from './prose.ts';
import { RewriteSection } from './rewrite-section.tsx';
import { Statements } from './statements.tsx';

type Section = ProposalVersionView['sections'][number];

export interface SectionProps {
  section: Section & { kind: ProseSectionKind };
  version: ProposalVersionView;
  busy: boolean;
  failed: CardState['failed'];
  session: Session;
  onClose: () => void;
}

type SectionCardProps = Omit<SectionProps, 'section' | 'onClose'> & { section: Section };

/** A section to read, and the two ways to change it. */
export function SectionCard({ section, ...rest }: SectionCardProps) {
  const { m } = useWords();
  const [open, setOpen] = useState<'edit' | 'rewrite' | null>(null);
  const { kind, title, writtenBy } = section;
  const enter = (what: 'edit' | 'rewrite') => {
    // Somebody else's new version must not take away what is being worked on here.
    rest.session.choose(rest.version.number);
    setOpen(what);
  };
  const onClose = () => setOpen(null);
  const prose = isProse(kind) ? { ...section, kind } : null;
  return (
    <Tile compact>
      <Flex direction="column" gap="sm">
        <Flex direction="row" gap="sm" align="center" wrap>
          <Heading>{title}</Heading>
          <StatusTag variant={writtenBy === 'person' ? 'info' : 'default'} hollow>
            {m.writtenBy[writtenBy]}
          </StatusTag>
        </Flex>
        {open === 'edit' && prose ? (
          <EditSection {...rest} section={prose} onClose={onClose} />
        ) : (
          <Statements section={section} sources={rest.version.sources} />
        )}
        {open === 'rewrite' && prose && <RewriteSection {...rest} section={prose} onClose={onClose} />}
        {open === null && prose && (
          <ButtonRow>
            <Button size="sm" disabled={rest.busy} onClick={() => enter('rewrite')}>
              {m.review.rewrite(title)}
            </Button>
            {section.editable && (
              <Button size="sm" disabled={rest.busy} onClick={() => enter('edit')}>
                {m.review.edit(title)}
              </Button>
            )}
          </ButtonRow>
        )}
      </Flex>
    </Tile>
  );
}
