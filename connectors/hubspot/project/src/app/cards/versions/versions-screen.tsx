import type { ProposalVersionSummary, ProposalView } from '@draftsmith/contracts';
import {
  Button,
  ButtonRow,
  Flex,
  Inline,
  StatusTag,
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableHeader,
  TableRow,
  Text,
} from '@hubspot/ui-extensions';
import { useWords } from '../parts/words.ts';
import type { Session } from '../session/session.ts';
import { type CardState, isBusy, shownSummary } from '../session/state.ts';
import { Compare } from './compare.tsx';

interface VersionsScreenProps {
  state: CardState;
  view: ProposalView;
  session: Session;
  onShow: (number: number) => void;
}

/** Every version there ever was, newest first, and what differs between two of them. */
export function VersionsScreen({ state, view, session, onShow }: VersionsScreenProps) {
  const { m } = useWords();
  const { versions } = m;
  const shown = shownSummary(state)?.number;
  const names = [
    versions.number,
    versions.when,
    versions.by,
    versions.how,
    versions.language,
    versions.total,
    versions.state,
    versions.actions,
  ];
  return (
    <Flex direction="column" gap="md">
      <Table bordered density="condensed">
        <TableHead>
          <TableRow>
            {names.map((name) => (
              <TableHeader key={name}>{name}</TableHeader>
            ))}
          </TableRow>
        </TableHead>
        <TableBody>
          {view.versions.map((version, at) => (
            <VersionRow
              key={version.number}
              version={version}
              newest={at === 0}
              shown={version.number === shown}
              busy={isBusy(state)}
              session={session}
              onShow={onShow}
            />
          ))}
        </TableBody>
      </Table>
      <Text variant="microcopy">{versions.restoreText}</Text>
      {view.versions.length > 1 && <Compare versions={view.versions} state={state} session={session} />}
    </Flex>
  );
}

interface VersionRowProps {
  version: ProposalVersionSummary;
  newest: boolean;
  shown: boolean;
  busy: boolean;
  session: Session;
  onShow: (number: number) => void;
}

function VersionRow({ version, newest, shown, busy, session, onShow }: VersionRowProps) {
  const { m, formats } = useWords();
  const { number, createdAt, byName, how, locale, total, attached, quoted, outdated, approval } = version;
  const cells = [
    String(number),
    formats.moment(createdAt),
    byName ?? m.versions.automatic,
    m.made[how],
    formats.language(locale),
    total,
  ];
  return (
    <TableRow>
      {cells.map((text, column) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: columns stay where they are
        <TableCell key={column}>{text}</TableCell>
      ))}
      <TableCell>
        <Inline gap="xs">
          {shown && <StatusTag variant="info">{m.versions.shown}</StatusTag>}
          {attached && <StatusTag variant="success">{m.versions.attached}</StatusTag>}
          {quoted && <StatusTag variant="success">{m.versions.quoted}</StatusTag>}
          {outdated && <StatusTag variant="warning">{m.versions.outdated}</StatusTag>}
          {approval === 'asked' && <StatusTag variant="warning">{m.versions.approval}</StatusTag>}
        </Inline>
      </TableCell>
      <TableCell>
        <ButtonRow>
          <Button size="xs" onClick={() => onShow(number)}>
            {m.versions.show(number)}
          </Button>
          {!newest && (
            <Button size="xs" disabled={busy} onClick={() => void session.start({ what: 'restore', version: number })}>
              {m.versions.restore(number)}
            </Button>
          )}
        </ButtonRow>
      </TableCell>
    </TableRow>
  );
}
