import type { AssistDraft, DraftCheck } from '@draftsmith/contracts';
import { Button, IconButton } from '@zendeskgarden/react-buttons';
import { Progress } from '@zendeskgarden/react-loaders';
import type { RefObject } from 'react';
import { styled } from 'styled-components';
import { useApp, useSession, useWords } from '../app/context.ts';
import { neighbour, same, versionsOf } from '../session/state.ts';
import { Icon } from '../ui/icons.ts';
import { Card, Row, Small, Stack } from '../ui/layout.ts';
import { CheckedText, type CheckedTextHandle } from './checked-text.tsx';
import { toCheck } from './standing.ts';

interface DraftCardProps {
  draft: AssistDraft;
  handle: RefObject<CheckedTextHandle>;
}

/** The draft with how it stands against its sources, and the way to its other versions. */
export function DraftCard({ draft, handle }: DraftCardProps) {
  return (
    <Card aria-labelledby="draft-standing">
      <Stack $gap={8}>
        <Standing check={draft.check} onNext={() => handle.current?.goToNext()} />
        <CheckedText draft={draft} ref={handle} />
        <Versions draft={draft} />
      </Stack>
    </Card>
  );
}

const Meter = styled(Progress)`
  flex: 1;
  margin: 0;
`;

const Line = styled(Row)`
  flex-wrap: nowrap;
  justify-content: space-between;
  > :first-child { min-inline-size: 0; }
`;

/** "14 of 15 statements supported", and the way to those that are not. */
function Standing({ check, onNext }: { check: DraftCheck | null; onNext: () => void }) {
  const m = useWords();
  const open = toCheck(check).length;
  const words = !check
    ? m.check.unchecked
    : check.claims === 0
      ? m.check.nothing
      : m.check.supported(check.supported, check.claims);
  return (
    <Stack $gap={6}>
      <strong id="draft-standing">{words}</strong>
      {check && check.claims > 0 && (
        <Line>
          <Meter
            aria-hidden="true"
            size="small"
            value={(100 * check.supported) / check.claims}
            color={open > 0 ? 'border.warningEmphasis' : 'border.successEmphasis'}
          />
          {open > 0 && (
            <Button isLink onClick={onNext} title={m.check.nextHint} aria-keyshortcuts="N">
              {m.check.next(open)}
            </Button>
          )}
        </Line>
      )}
      {check?.changed && <Small>{m.check[check.changed.how](check.changed.sentences)}</Small>}
    </Stack>
  );
}

/** A step back is a step forward for whoever liked the older one better. */
function Versions({ draft }: { draft: AssistDraft }) {
  const { session } = useApp();
  const state = useSession();
  const m = useWords();
  const versions = state.view ? versionsOf(state.view) : [];
  if (versions.length < 2) return null;
  const at = versions.length - versions.findIndex((version) => same(version, draft));
  const older = neighbour(state, 1);
  const newer = neighbour(state, -1);
  return (
    <Line as="nav" aria-label={m.versions}>
      <Small as="span">
        {m.version(at, versions.length)}
        {draft.made && ` · ${madeWords(draft.made, m)}`}
      </Small>
      <Row $gap={4}>
        <IconButton size="small" aria-label={m.older} disabled={!older} onClick={() => older && session.choose(older)}>
          <Icon name="older" />
        </IconButton>
        <IconButton size="small" aria-label={m.newer} disabled={!newer} onClick={() => newer && session.choose(newer)}>
          <Icon name="newer" />
        </IconButton>
      </Row>
    </Line>
  );
}

function madeWords({ how, byName }: NonNullable<AssistDraft['made']>, m: ReturnType<typeof useWords>): string {
  return byName ? m.madeBy(m.made[how], byName) : m.made[how];
}
