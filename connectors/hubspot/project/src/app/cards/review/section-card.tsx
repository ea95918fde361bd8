import type { ProposalVersionView, ProseSectionKind } from '@draftsmith/contracts';
import { Button, ButtonRow, Flex, Heading, StatusTag, Text, Tile } from '@hubspot/ui-extensions';
import { useWords } from '../parts/words.ts';
import { sectionText } from '../session/section-text.ts';
import type { Session } from '../session/session.ts';
import type { CardState } from '../session/state.ts';
import { EditSection } from './edit-section.tsx';
import { isProse } from './prose.ts';
import { RewriteSection } from './rewrite-section.tsx';
import { Statements } from './statements.tsx';

type Section = ProposalVersionView['sections'][number];

/** The one section that is being changed, and what was typed for it so far. */
export interface OpenSection {
  version: number;
  kind: ProseSectionKind;
  what: 'edit' | 'rewrite';
  /** The section's words, or what should change. */
  text: string;
}

export interface SectionProps {
  section: Section & { kind: ProseSectionKind };
  version: ProposalVersionView;
  busy: boolean;
  failed: CardState['failed'];
  session: Session;
  text: string;
  onText: (text: string) => void;
  onClose: () => void;
}

interface SectionCardProps extends Pick<SectionProps, 'version' | 'busy' | 'failed' | 'session'> {
  section: Section;
  open: OpenSection | null;
  onOpen: (open: OpenSection | null) => void;
}

/** A section to read, and the two ways to change it. */
export function SectionCard({ section, open, onOpen, ...rest }: SectionCardProps) {
  const { m } = useWords();
  const { kind, title, writtenBy } = section;
  const own = open?.version === rest.version.number && open.kind === kind ? open : null;
  const change = own && {
    ...rest,
    section: { ...section, kind: own.kind },
    text: own.text,
    onText: (text: string) => onOpen({ ...own, text }),
    onClose: () => onOpen(null),
  };
  return (
    <Tile compact>
      <Flex direction="column" gap="sm">
        <Flex direction="row" gap="sm" align="center" wrap>
          <Heading>{title}</Heading>
          <StatusTag variant={writtenBy === 'person' ? 'info' : 'default'} hollow>
            {m.writtenBy[writtenBy]}
          </StatusTag>
        </Flex>
        {change && own.what === 'edit' ? (
          <EditSection {...change} />
        ) : (
          <Statements section={section} sources={rest.version.sources} />
        )}
        {change && own.what === 'rewrite' && <RewriteSection {...change} />}
        {!own && isProse(kind) && (
          <Ways
            section={section}
            kind={kind}
            {...rest}
            elsewhere={open?.version === rest.version.number}
            onOpen={onOpen}
          />
        )}
      </Flex>
    </Tile>
  );
}

interface WaysProps extends Pick<SectionCardProps, 'section' | 'version' | 'busy' | 'session' | 'onOpen'> {
  kind: ProseSectionKind;
  /** Another section of this version is being changed. */
  elsewhere: boolean;
}

function Ways({ section, kind, version, busy, session, elsewhere, onOpen }: WaysProps) {
  const { m } = useWords();
  const enter = (what: OpenSection['what']) => {
    // Somebody else's new version must not take away what is being worked on here.
    session.choose(version.number);
    onOpen({ version: version.number, kind, what, text: what === 'edit' ? sectionText(section) : '' });
  };
  const disabled = busy || elsewhere;
  return (
    <>
      <ButtonRow>
        <Button size="sm" disabled={disabled} onClick={() => enter('rewrite')}>
          {m.review.rewrite(section.title)}
        </Button>
        {section.editable && (
          <Button size="sm" disabled={disabled} onClick={() => enter('edit')}>
            {m.review.edit(section.title)}
          </Button>
        )}
      </ButtonRow>
      {elsewhere && <Text variant="microcopy">{m.review.oneAtATime}</Text>}
    </>
  );
}
